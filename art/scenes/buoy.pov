// A mooring buoy in the swell of an open sea. The light comes from the left, low.
#include "common.inc"
#ifndef (Detail)
  #declare Detail = 1500;
#end
camera { location <0, 2.6, -15> right x * Frame up y angle 46 look_at <0, 2.35, 0> }
#declare SunAt = <-90, 30, -20>;
light_source { SunAt * 100 srgb <1.35, 1.12, 0.86> parallel point_at 0 }
light_source { <30, 60, -80> * 10 srgb <0.30, 0.36, 0.44> parallel point_at 0 shadowless }
sky_sphere {
  pigment {
    gradient y
    color_map {
      [0.00 srgb <0.96, 0.83, 0.66>]
      [0.05 srgb <0.88, 0.76, 0.66>]
      [0.16 srgb <0.58, 0.63, 0.68>]
      [0.42 srgb <0.30, 0.42, 0.53>]
      [1.00 srgb <0.16, 0.27, 0.40>]
    }
  }
  pigment {
    bozo turbulence 0.7 octaves 6 omega 0.55 lambda 2.4
    color_map {
      [0.00 srgbt <1, 1, 1, 1>]
      [0.48 srgbt <0.72, 0.71, 0.72, 1>]
      [0.62 srgbt <0.62, 0.62, 0.65, 0.45>]
      [0.80 srgbt <0.48, 0.50, 0.56, 0.12>]
      [1.00 srgbt <0.42, 0.44, 0.50, 0.05>]
    }
    scale <0.9, 0.11, 0.9>
    translate <0.4, 0, 2>
  }
}
// Swell from the left, waves across it, and chop. Crests are sharper than troughs.
#declare Noise = function { pattern { bozo scale 1 } }
#declare Crest = function(a) { 1 - abs(sin(a)) }
#declare Sea = function(x, z) {
  0.62 * sin(0.36 * x + 0.22 * z + 1.6 * Noise(x / 17, 3, z / 17))
  + 0.40 * pow(Crest(0.30 * x - 0.17 * z + 2.6 * Noise(x / 8, 1, z / 9)), 1.3)
  + 0.22 * pow(Crest(0.62 * x + 0.55 * z + 3.4 * Noise(x / 4, 2, z / 4)), 1.4)
  + 0.11 * pow(Crest(1.3 * x - 1.1 * z + 4 * Noise(x / 2.4, 5, z / 2.4)), 1.5)
  + 0.10 * Noise(x / 0.8, 7, z / 0.8)
}
#declare Water = texture {
  pigment { srgb <0.035, 0.12, 0.16> }
  normal { average normal_map { [1 bumps 0.16 scale <0.30, 0.3, 0.18>] [1 wrinkles 0.12 scale 0.22] } }
  finish { diffuse 0.5 specular 0.5 roughness 0.012 reflection { 0.05, 0.85 fresnel on falloff 2 } conserve_energy }
}
#declare Width = 90;
height_field {
  function Detail, Detail { 0.3 + 0.12 * Sea((x - 0.5) * Width, (0.5 - y) * Width) }
  smooth
  translate <-0.5, -0.3, -0.5>
  scale <Width, 1 / 0.12, Width>
  translate z * 24
  texture { Water }
  interior { ior 1.33 }
}
plane {
  y, 0.25
  clipped_by { plane { -z, -68 } }
  texture { Water normal { bumps 0.5 scale <3, 1, 1.4> } }
  interior { ior 1.33 }
}
// The buoy.
#declare Yellow = texture { pigment { srgb <0.93, 0.66, 0.07> } finish { diffuse 0.8 specular 0.25 roughness 0.05 } }
#declare Steel = texture { pigment { srgb <0.24, 0.25, 0.27> } finish { diffuse 0.7 specular 0.4 roughness 0.03 } }
union {
  union {
  cylinder { <0, -0.6, 0>, <0, 0.42, 0>, 1.22 }
  torus { 1.22, 0.10 translate y * 0.42 }
  cone { <0, 0.42, 0>, 1.15, <0, 0.75, 0>, 0.82 }
  texture { Yellow }
  }
  union {
    #local I = 0;
    #while (I < 4)
      cylinder { <0.78, 0.7, 0>, <0.30, 3.1, 0>, 0.055 rotate y * (I * 90 + 25) }
      #local I = I + 1;
    #end
    torus { 0.62, 0.045 translate y * 1.55 }
    torus { 0.46, 0.045 translate y * 2.35 }
    cylinder { <0, 3.1, 0>, <0, 3.16, 0>, 0.44 }
    cylinder { <0, 3.16, 0>, <0, 4.2, 0>, 0.035 }
    cylinder { <-0.30, 3.16, 0>, <-0.30, 3.75, 0>, 0.025 }
    cylinder { <-0.46, 3.75, 0>, <-0.14, 3.75, 0>, 0.03 }
    texture { Steel }
  }
  union {
    box { <-0.46, 1.3, -0.02>, <0.46, 2.2, 0.02> rotate x * 11 translate <0, 0.02, -0.93> rotate y * -18 }
    box { <-0.46, 1.3, -0.02>, <0.46, 2.2, 0.02> rotate x * 11 translate <0, 0.02, -0.93> rotate y * 72 }
    texture { pigment { srgb <0.07, 0.10, 0.22> } finish { diffuse 0.6 specular 0.7 roughness 0.01 reflection 0.14 } }
  }
  cylinder { <0.24, 3.16, 0>, <0.24, 3.5, 0>, 0.12 texture { Yellow } }
  sphere { <0.24, 3.56, 0>, 0.11 pigment { srgb <1, 0.93, 0.7> } finish { emission 1.3 } }
  rotate <6, 0, -8>
  translate <2.9, 0.75, 1>
}
