// The Earth, half lit, over the ground of the Moon. The light comes from the left.
#include "common.inc"
#include "lunar.inc"
#ifndef (Detail) #declare Detail = 1400;
#end
camera { location <2, 5.4, -26> right x * Frame up y angle 50 look_at <2, 6.4, 0> }
light_source { <-80, 15, -14> rgb <2.3, 2.22, 2.1> parallel point_at 0 }
object { Stars(900, 500, 8) }
object { Ground(Detail) }
// Behind it, the ground goes on to the horizon.
object { Ground(500) scale <4, 1.6, 4> rotate y * 90 translate <0, -3.4, 120> }

#declare Land = pigment {
  bozo
  turbulence 0.75 octaves 7 omega 0.55 lambda 2.2
  color_map {
    [0.00 rgb <0.010, 0.045, 0.16>]
    [0.50 rgb <0.014, 0.07, 0.22>]
    [0.545 rgb <0.03, 0.14, 0.27>]
    [0.55 rgb <0.20, 0.19, 0.08>]
    [0.68 rgb <0.11, 0.16, 0.05>]
    [0.80 rgb <0.38, 0.30, 0.17>]
    [1.00 rgb <0.42, 0.35, 0.22>]
  }
  scale 0.62
  translate <3.1, 0.4, 1.7>
}
#declare Clouds = pigment {
  wrinkles
  turbulence 0.55 octaves 7 omega 0.6 lambda 2.3
  color_map {
    [0.00 rgbt <1, 1, 1, 1>]
    [0.46 rgbt <1, 1, 1, 1>]
    [0.62 rgbt <1, 1, 1, 0.45>]
    [0.80 rgbt <1, 1, 1, 0.04>]
    [1.00 rgbt <1, 1, 1, 0>]
  }
  scale <0.55, 0.3, 0.55>
  rotate <14, 0, 18>
}
union {
  sphere {
    0, 1
    texture { pigment { Land } finish { diffuse 0.9 specular 0.12 roughness 0.02 } }
    texture { pigment { Clouds } finish { diffuse 0.95 } }
  }
  // The air: brightest where the line of sight grazes it.
  sphere {
    0, 1.022
    pigment {
      slope { <0, 0, -1> }
      color_map {
        [0.50 rgbt <0.30, 0.55, 1.0, 0.30>]
        [0.62 rgbt <0.30, 0.55, 1.0, 0.72>]
        [0.80 rgbt <0.30, 0.55, 1.0, 0.93>]
        [1.00 rgbt <0.30, 0.55, 1.0, 1.0>]
      }
    }
    finish { diffuse 0.9 }
    no_shadow
  }
  rotate <-12, 30, 8>
  scale 29
  translate <92, 72, 330>
}
