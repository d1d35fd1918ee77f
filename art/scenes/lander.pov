// A small lander on its nose on the slope of a crater of the Moon. The light comes from the left.
#include "common.inc"
#include "lunar.inc"
#ifndef (Detail)
  #declare Detail = 1400;
#end
light_source { <-80, 30, -34> rgb <2.2, 2.12, 2.0> parallel point_at 0 }
light_source { <30, 4, -60> rgb <0.10, 0.10, 0.10> parallel point_at 0 shadowless }
#declare Slope = object { Ground(Detail) }
object { Slope }
#declare At = trace(Slope, <-2.2, 60, -13.2>, -y);
#declare Eye = trace(Slope, <-5.2, 60, -23.6>, -y);
camera { location Eye + y * 2.6 right x * Frame up y angle 46 look_at At + <1.1, 1.9, 0> }
object { Ground(500) scale <4, 2.0, 4> rotate y * 200 translate <0, -2.2, 118> }
#declare R = seed(9);
// Stones.
#local I = 0;
#while (I < 240)
  #local Z = -23 + 22 * rand(R);
  #local S = 0.012 + 0.16 * pow(rand(R), 7);
  sphere {
    0, 1
    scale S * <1, 0.65 + 0.3 * rand(R), 0.8>
    rotate y * 360 * rand(R)
    translate trace(Slope, <-3 + (rand(R) - 0.5) * (26 + Z) * 1.6, 60, Z>, -y)
    texture { Dust normal { granite 0.8 scale 0.7 } }
  }
  #local I = I + 1;
#end
#declare Foil = texture { pigment { srgb <0.74, 0.53, 0.22> } normal { crackle 0.6 scale 0.12 } finish { diffuse 0.4 specular 0.8 roughness 0.03 reflection 0.16 metallic } }
#declare Grey = texture { pigment { srgb <0.62, 0.63, 0.65> } finish { diffuse 0.7 specular 0.4 roughness 0.04 reflection 0.05 } }
#declare Cells = texture {
  pigment { brick srgb <0.25, 0.27, 0.34>, srgb <0.06, 0.08, 0.19> brick_size <0.30, 0.22, 0.4> mortar 0.012 }
  finish { diffuse 0.6 specular 0.8 roughness 0.01 reflection 0.12 }
}
#macro Nozzle(X, Z)
  union {
    difference {
      cone { <X, 1.30, Z>, 0.10, <X, 1.86, Z>, 0.27 }
      cone { <X, 1.36, Z>, 0.08, <X, 1.88, Z>, 0.25 }
    }
    sphere { <X, 1.28, Z>, 0.13 }
    pigment { srgb <0.36, 0.35, 0.36> }
    finish { diffuse 0.6 specular 0.7 roughness 0.02 reflection 0.1 metallic }
  }
#end
union {
  // The body hangs with its engines up.
  superellipsoid { <0.12, 0.12> scale <1.15, 1.15, 0.72> texture { Foil } }
  box { <-1.18, -1.12, -0.70>, <-1.15, 1.05, 0.70> texture { Cells rotate y * 90 } }
  box { <-1.05, -1.05, -0.76>, <1.05, 1.0, -0.74> texture { Cells translate <0.12, 0.07, 0> } }
  box { <-1.16, 1.10, -0.73>, <1.16, 1.2, 0.73> texture { Grey } }
  Nozzle(-0.55, 0)
  // The other nozzle was lost above the ground: only its throat is left.
  cone { <0.55, 1.18, 0>, 0.17, <0.55, 1.34, 0>, 0.11 pigment { srgb <0.36, 0.35, 0.36> } finish { diffuse 0.6 specular 0.7 roughness 0.02 } }
  sphere { <0, 1.36, 0.2>, 0.30 texture { Grey } }
  // Five feet of crushed metal, on the side.
  #local I = 0;
  #while (I < 4)
    union {
      cylinder { <1.1, -0.75 + I * 0.5, -0.5>, <1.52, -0.8 + I * 0.55, -0.55>, 0.045 }
      cylinder { <1.1, -0.75 + I * 0.5, 0.5>, <1.52, -0.8 + I * 0.55, 0.55>, 0.045 }
      sphere { <1.56, -0.8 + I * 0.55, -0.55>, 0.15 }
      sphere { <1.56, -0.8 + I * 0.55, 0.55>, 0.15 }
      texture { Grey }
    }
    #local I = I + 1;
  #end
  cylinder { <0.3, -1.1, -0.5>, <0.32, -1.75, -0.62>, 0.03 texture { Grey } }
  cylinder { <-0.6, 0.9, -0.74>, <-0.75, 1.0, -1.25>, 0.03 texture { Grey } }
  scale 0.92
  rotate z * 11
  rotate y * 24
  translate At + y * 0.98
}
