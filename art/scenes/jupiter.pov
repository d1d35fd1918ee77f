// Jupiter with its four great moons in a line. The light comes from the left.
#include "common.inc"
camera { location <0, 0.25, -7.2> right x * Frame up y angle 33 look_at <0.62, 0.02, 0> }
light_source { <-48, 12, -66> rgb 1.35 parallel point_at 0 }
object { Stars(800, 400, 5) }

#declare Bands = pigment {
  gradient y
  color_map {
    [0.00 srgb <0.26, 0.22, 0.20>]
    [0.10 srgb <0.36, 0.29, 0.24>]
    [0.17 srgb <0.52, 0.43, 0.34>]
    [0.21 srgb <0.44, 0.32, 0.24>]
    [0.25 srgb <0.66, 0.55, 0.43>]
    [0.29 srgb <0.72, 0.60, 0.47>]
    [0.325 srgb <0.62, 0.36, 0.21>]
    [0.37 srgb <0.45, 0.22, 0.12>]
    [0.41 srgb <0.58, 0.31, 0.17>]
    [0.43 srgb <0.84, 0.74, 0.58>]
    [0.47 srgb <0.90, 0.82, 0.68>]
    [0.50 srgb <0.79, 0.67, 0.51>]
    [0.53 srgb <0.92, 0.85, 0.72>]
    [0.56 srgb <0.86, 0.74, 0.57>]
    [0.575 srgb <0.55, 0.28, 0.15>]
    [0.61 srgb <0.50, 0.25, 0.13>]
    [0.645 srgb <0.66, 0.44, 0.29>]
    [0.66 srgb <0.86, 0.78, 0.65>]
    [0.71 srgb <0.80, 0.70, 0.56>]
    [0.735 srgb <0.55, 0.41, 0.30>]
    [0.76 srgb <0.70, 0.61, 0.49>]
    [0.83 srgb <0.50, 0.43, 0.36>]
    [0.92 srgb <0.37, 0.34, 0.31>]
    [1.00 srgb <0.28, 0.27, 0.27>]
  }
  scale 2
  translate -y
  // Eddies, longer than they are high; then the small ones along the edges of the belts.
  scale <2.6, 9, 2.6>
  warp { turbulence <0.3, 0.42, 0.3> octaves 5 lambda 2.2 omega 0.52 }
  scale 1 / <2.6, 9, 2.6>
  scale <7, 16, 7>
  warp { turbulence <0.5, 0.30, 0.5> octaves 5 lambda 2.1 omega 0.6 }
  scale 1 / <7, 16, 7>
}
#declare Swirls = pigment {
  Bands
  scale <1.9, 1, 1.9>
}
// The spot: the middle in the coordinates of the sphere, seen from -z.
#declare SpotX = 0.24;
#declare SpotY = -0.335;
#declare Spot = pigment {
  spherical
  color_map {
    [0.0 srgb <0.86, 0.74, 0.60>]
    [0.22 srgb <0.88, 0.76, 0.62>]
    [0.34 srgb <0.66, 0.27, 0.13>]
    [0.70 srgb <0.74, 0.34, 0.18>]
    [1.0 srgb <0.62, 0.24, 0.12>]
  }
  warp { turbulence 0.12 octaves 4 }
  scale <0.23, 0.125, 0.23>
  translate <SpotX, SpotY, -0.90>
}
#declare Mask = function(x, y, z) {
  select(z, 1, 0) * max(0, 1 - sqrt(pow((x - SpotX) / 0.235, 2) + pow((y - SpotY) / 0.13, 2)))
}
sphere {
  0, 1
  pigment {
    function { min(1, 7 * Mask(x, y, z)) }
    pigment_map {
      [0 Swirls]
      [1 Spot]
    }
  }
  finish { diffuse 0.82 brilliance 1.1 }
  scale <1, 0.935, 1>
  rotate z * -9
}
#macro Moon(X, Y, Size, Tint)
  sphere { <X, Y, -0.4>, Size pigment { srgb Tint } finish { diffuse 0.75 emission 0.12 } }
#end
object { Moon(1.62, -0.19, 0.030, <1, 0.86, 0.55>) }
object { Moon(1.98, -0.28, 0.026, <0.93, 0.9, 0.84>) }
object { Moon(2.47, -0.34, 0.038, <0.80, 0.74, 0.66>) }
object { Moon(-1.30, 0.24, 0.036, <0.62, 0.57, 0.52>) }
