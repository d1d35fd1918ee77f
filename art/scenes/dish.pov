// A deep-space antenna after sunset, turned up to the sky. The light comes from the left.
#include "common.inc"
camera { location <-3, 1.7, -27> right x * Frame up y angle 44 look_at <0.2, 6.4, 0> }
light_source { <-90, 20, -46> * 10 srgb <1.25, 0.95, 0.74> parallel point_at 0 }
light_source { <40, 60, -70> * 10 srgb <0.20, 0.27, 0.46> parallel point_at 0 shadowless }
sky_sphere {
  pigment {
    gradient y
    color_map {
      [0.00 srgb <0.96, 0.60, 0.36>]
      [0.05 srgb <0.88, 0.55, 0.45>]
      [0.15 srgb <0.55, 0.42, 0.52>]
      [0.32 srgb <0.24, 0.27, 0.44>]
      [0.60 srgb <0.09, 0.13, 0.27>]
      [1.00 srgb <0.04, 0.06, 0.15>]
    }
  }
  pigment {
    bozo turbulence 0.5 octaves 5
    color_map { [0 srgbt <1, 1, 1, 1>] [0.58 srgbt <0.95, 0.6, 0.5, 1>] [0.8 srgbt <0.95, 0.58, 0.48, 0.55>] [1 srgbt <0.9, 0.5, 0.45, 0.3>] }
    scale <1.1, 0.05, 1.1>
  }
}
object { Stars(1500, 900, 3) }
#declare White = texture { pigment { srgb <0.90, 0.90, 0.89> } finish { diffuse 0.82 specular 0.08 roughness 0.05 } }
#declare Steel = texture { pigment { srgb <0.66, 0.67, 0.69> } finish { diffuse 0.8 specular 0.15 roughness 0.05 } }
#declare Deep = 1.35;
#declare Rim = 4.6;
// The bowl in the coordinates of the dish: it opens along y, and its middle is the origin.
#declare Panels = texture {
  pigment {
    function {
      max(select(abs(mod(atan2(z, x) * 24 / (2 * pi) + 50.5, 1) - 0.5) * sqrt(x * x + z * z) - 0.045, 1, 0),
          select(abs(mod(sqrt(x * x + z * z) * 1.1 + 0.5, 1) - 0.5) - 0.022, 1, 0))
    }
    color_map { [0.5 srgb <0.90, 0.90, 0.88>] [0.5 srgb <0.62, 0.62, 0.63>] }
  }
  finish { diffuse 0.85 specular 0.1 roughness 0.06 }
}
#macro Bowl(Lift)
  quadric { <1, 0, 1>, 0, <0, -Rim * Rim / Deep, 0>, 0 clipped_by { plane { y, Deep } } translate -y * Lift }
#end
#declare Dish = union {
  object { Bowl(0) texture { Panels } }
  object { Bowl(0.09) texture { Steel } }
  torus { Rim, 0.07 translate y * (Deep - 0.02) texture { White } }
  // Ribs behind.
  #local I = 0;
  #while (I < 24)
    union {
      cylinder { <1.0, -1.25, 0>, <Rim, Deep - 0.1, 0>, 0.045 }
      cylinder { <1.0, -1.25, 0>, <2.2, 0.2, 0>, 0.035 }
      cylinder { <2.3, -0.49, 0>, <3.3, 0.6, 0>, 0.035 }
      cylinder { <2.3, -0.49, 0>, <2.2, 0.2, 0>, 0.035 }
      cylinder { <3.3, 0.13, 0>, <3.3, 0.6, 0>, 0.03 }
      rotate y * I * 15
      texture { Steel }
    }
    #local I = I + 1;
  #end
  torus { 2.3, 0.05 translate y * -0.49 texture { Steel } }
  torus { 3.3, 0.05 translate y * 0.13 texture { Steel } }
  cylinder { <0, -1.3, 0>, <0, -0.1, 0>, 1.05 texture { White } }
  // The second mirror on its four legs, and the feed below it.
  #local I = 0;
  #while (I < 4)
    cylinder { <Rim * 0.62, Deep * 0.384, 0>, <0.42, 3.9, 0>, 0.06 rotate y * (I * 90 + 45) texture { White } }
    #local I = I + 1;
  #end
  sphere { 0, 0.62 scale <1, 0.32, 1> translate y * 3.98 texture { White } }
  cone { <0, 0, 0>, 0.55, <0, 1.35, 0>, 0.26 texture { White } }
}
object { Dish rotate z * 44 rotate y * -50 translate <0.3, 7.4, -0.4> }
// The mount.
union {
  cylinder { <0, 0, 0>, <0, 0.5, 0>, 2.6 }
  cylinder { <0, 0.5, 0>, <0, 2.3, 0>, 1.75 }
  cylinder { <0, 2.3, 0>, <0, 2.6, 0>, 2.1 }
  prism { linear_sweep linear_spline -0.28, 0.28, 5, <-1.4, 2.6>, <1.4, 2.6>, <0.55, 6.9>, <-0.55, 6.9>, <-1.4, 2.6> rotate x * -90 translate z * -1.25 }
  prism { linear_sweep linear_spline -0.28, 0.28, 5, <-1.4, 2.6>, <1.4, 2.6>, <0.55, 6.9>, <-0.55, 6.9>, <-1.4, 2.6> rotate x * -90 translate z * 1.25 }
  cylinder { <0, 6.6, -1.6>, <0, 6.6, 1.6>, 0.42 }
  box { <-0.5, 2.6, -1>, <0.5, 4.3, 1> }
  rotate y * -50
  translate x * 0.5
  texture { White }
}
// Lit windows and a door in the foot.
#local I = 0;
#while (I < 4)
  box { <-0.14, 1.25, -1.79>, <0.14, 1.6, -1.7> rotate y * (I * 22 - 38) translate x * 0.5 pigment { srgb <1, 0.83, 0.5> } finish { emission 0.9 diffuse 0 } }
  #local I = I + 1;
#end
// The plain, and hills.
#declare N1 = function { pattern { bozo turbulence 0.4 octaves 5 } }
plane {
  y, 0
  pigment { bozo turbulence 0.8 octaves 6 color_map { [0 srgb <0.25, 0.20, 0.15>] [0.5 srgb <0.34, 0.27, 0.19>] [1 srgb <0.42, 0.34, 0.23>] } scale 2.5 }
  normal { granite 0.5 scale 2 }
}
height_field {
  function 900, 120 { 0.75 * sin(pi * y) * (0.25 + 0.75 * N1(x * 7, y * 1.4, 4)) }
  smooth
  scale <520, 15, 90>
  translate <-260, -1, 130>
  pigment { srgb <0.20, 0.16, 0.22> }
  finish { diffuse 0.5 emission <0.05, 0.035, 0.06> }
}
// Two smaller antennas far away.
#macro Far(X, Z, S)
  union {
    object { Dish rotate z * 44 rotate y * -50 translate <0.3, 7.4, -0.4> }
    cone { <0.5, 0, 0>, 2.2, <0.5, 6.4, 0>, 0.7 texture { White } }
    scale S
    translate <X, 0, Z>
  }
#end
object { Far(-17, 60, 1) }
object { Far(38, 78, 1) }
