// The front of a glacier, with its feet in the sea. The light comes from the left.
#include "common.inc"
#ifndef (Detail)
  #declare Detail = 1600;
#end
camera { location <0, 3.2, -32> right x * Frame up y angle 50 look_at <0, 5.4, 0> }
light_source { <-80, 62, -58> * 10 srgb <1.18, 1.08, 0.96> parallel point_at 0 }
light_source { <60, 40, -90> * 10 srgb <0.34, 0.42, 0.52> parallel point_at 0 shadowless }
sky_sphere {
  pigment {
    gradient y
    color_map {
      [0.00 srgb <0.93, 0.93, 0.91>]
      [0.10 srgb <0.80, 0.86, 0.89>]
      [0.40 srgb <0.46, 0.61, 0.72>]
      [1.00 srgb <0.22, 0.38, 0.55>]
    }
  }
  pigment {
    bozo turbulence 0.6 octaves 6 omega 0.55
    color_map { [0.0 srgbt <1, 1, 1, 1>] [0.5 srgbt <1, 1, 1, 1>] [0.75 srgbt <0.96, 0.96, 0.95, 0.35>] [1 srgbt <0.9, 0.92, 0.94, 0.15>] }
    scale <0.8, 0.09, 0.8>
  }
}
#declare N1 = function { pattern { bozo } }
#declare N2 = function { pattern { wrinkles } }
#declare N3 = function { pattern { crackle form <-1, 1, 0> } }
// Where the wall ends, from 0 to 1 along the front.
#declare Top = function(u) { 0.45 + 0.3 * N1(u * 5, 0, 3) + 0.11 * N1(u * 17, 1, 4) + 0.07 * N1(u * 55, 2, 5) + 0.03 * N1(u * 160, 2, 7) }
// How far a point of the wall stands out: columns that lean, cracks between them, and small breaks.
#declare Face = function(u, v) {
  0.36
  + 0.30 * N1(u * 4 + 0.2 * v, v * 0.5, 9)
  + 0.34 * min(0.36, N3(u * 22 + 0.8 * N1(u * 8, v * 1.5, 1), v * 0.55, 0))
  + 0.20 * min(0.4, N3(u * 60 + 0.8 * N1(u * 20, v * 4, 2), v * 2.2, 3))
  + 0.045 * N2(u * 55, v * 22, 2)
}
#declare Ice = texture {
  pigment {
    // Deep in the cracks the ice is blue.
    function { max(0, min(1, (Face(x, y) - 0.42) / 0.40)) }
    color_map {
      [0.00 srgb <0.03, 0.22, 0.40>]
      [0.22 srgb <0.16, 0.47, 0.66>]
      [0.45 srgb <0.52, 0.76, 0.87>]
      [0.68 srgb <0.83, 0.92, 0.96>]
      [1.00 srgb <0.98, 0.99, 1.00>]
    }
  }
  finish { diffuse 0.84 specular 0.12 roughness 0.05 emission 0.10 }
}
height_field {
  function Detail, Detail * 0.5 { select(Top(x) - (1 - y), 0, Face(x, 1 - y)) }
  water_level 0.02
  smooth
  // Its texture is by the place on the wall.
  texture { Ice rotate x * 90 }
  scale <1, 1, 1>
  rotate x * -90
  scale <64, 11.5, 6>
  translate <-32, -0.6, 0>
}
// The ice behind, up to the mountains.
#declare Snow = texture { pigment { srgb <0.90, 0.94, 0.97> } normal { wrinkles 0.35 scale <3, 1, 2> } finish { diffuse 0.85 emission 0.05 } }
box { <-300, -3, 0>, <300, 0, 140> texture { Snow } rotate x * -7 translate <0, 4.5, 4> }
height_field {
  function 600, 160 { 0.02 + 0.9 * sin(pi * y) * (0.5 * N2(x * 3.2, y * 1.2, 4) + 0.3 * N1(x * 6, y, 8) + 0.12 * N2(x * 15, y * 4, 2)) }
  smooth
  texture {
    pigment {
      gradient y
      color_map { [0 srgb <0.50, 0.56, 0.63>] [0.30 srgb <0.55, 0.60, 0.66>] [0.40 srgb <0.93, 0.95, 0.97>] [1 srgb 1] }
      warp { turbulence 0.5 octaves 5 }
    }
    finish { diffuse 0.55 emission <0.20, 0.25, 0.31> }
  }
  scale <340, 118, 60>
  translate <-150, -14, 130>
}
// The sea, and what has fallen into it.
plane {
  y, 0
  pigment { srgb <0.05, 0.17, 0.22> }
  normal { average normal_map { [1 bumps 0.34 scale <1.6, 1, 0.5>] [1 wrinkles 0.14 scale <0.5, 1, 0.2>] } }
  finish { diffuse 0.6 specular 0.3 roughness 0.02 reflection { 0.05, 0.75 falloff 2.4 } }
}
#declare R = seed(19);
#macro Floe(X, Z, Size)
  intersection {
    #local I = 0;
    #while (I < 7)
      plane { vrotate(x, <0, I * 51 + 26 * rand(R), 12 + 46 * rand(R)>), 0.6 + 0.35 * rand(R) }
      #local I = I + 1;
    #end
    plane { vrotate(y, <16 * (rand(R) - 0.5), 0, 22 * (rand(R) - 0.5)>), 0.10 + 0.30 * rand(R) }
    plane { -y, 0.6 }
    bounded_by { box { -2, 2 } }
    scale Size
    translate <X, 0, Z>
    texture {
      pigment { gradient y color_map { [0 srgb <0.36, 0.68, 0.79>] [0.25 srgb <0.80, 0.92, 0.96>] [0.6 srgb <0.97, 0.99, 1>] } scale Size translate -0.1 * y }
      normal { bumps 0.2 scale 0.3 }
      finish { diffuse 0.9 emission 0.16 }
    }
  }
#end
#local K = 0;
#while (K < 46)
  #local Z = -25 + 25 * pow(rand(R), 0.75);
  Floe((rand(R) - 0.5) * 2 * (30 + Z) * 0.62 + (rand(R) - 0.5) * 20, Z, 0.14 + 0.55 * pow(rand(R), 3))
  #local K = K + 1;
#end
Floe(5.2, -13.5, 1.35)
Floe(-9.5, -10, 1.7)
Floe(13, -6, 1.6)
