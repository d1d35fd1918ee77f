// A finished wafer on a dark table: its dies split the light of the lamps into colours.
#include "common.inc"
camera { location <0.5, 4.2, -3.3> right x * Frame up y angle 40 look_at <0.28, 0, 0.08> }
light_source { <-5, 7, 3> rgb 0.9 area_light <2, 0, 0>, <0, 0, 2>, 3, 3 adaptive 1 jitter }
light_source { <4, 5, -6> rgb <0.16, 0.2, 0.32> shadowless }

// The colours turn with the direction from the lamp's reflection, and come round again farther out.
#declare Shimmer = function(x, z) { 0.5 + 0.5 * sin(9.5 * atan2(z + 2.6, x - 2.2) + 0.55 * sqrt(x * x + z * z) - 0.6) }
#declare Spectrum = pigment {
  function { Shimmer(x, z) }
  color_map {
    [0.00 srgb <0.10, 0.08, 0.22>]
    [0.14 srgb <0.27, 0.16, 0.52>]
    [0.30 srgb <0.14, 0.40, 0.72>]
    [0.44 srgb <0.14, 0.66, 0.64>]
    [0.56 srgb <0.46, 0.80, 0.40>]
    [0.68 srgb <0.96, 0.86, 0.42>]
    [0.80 srgb <0.94, 0.52, 0.34>]
    [0.90 srgb <0.80, 0.30, 0.48>]
    [1.00 srgb <0.42, 0.20, 0.56>]
  }
}
#declare Dark = pigment { srgb <0.075, 0.07, 0.11> }
#declare DieW = 0.141;
#declare DieH = 0.108;
// Inside a die: blocks of memory and logic, each with its own brightness.
#declare Blocks = pigment {
  cells
  color_map { [0 srgbt <0, 0, 0.02, 0.45>] [0.5 srgbt <0, 0, 0.02, 0.85>] [0.8 srgbt <1, 1, 1, 0.95>] [1 srgbt <1, 1, 1, 0.80>] }
  scale <0.0235, 1, 0.027>
  warp { repeat x * DieW }
  warp { repeat z * DieH }
}


#declare Streets = function(x, z) {
  select(min(abs(mod(x / DieW + 200.5, 1) - 0.5) * DieW, abs(mod(z / DieH + 200.5, 1) - 0.5) * DieH) - 0.0052, 0, 1)
}
#declare Rotation = 21;
cylinder {
  <0, -0.012, 0>, <0, 0, 0>, 1.5
  texture {
    pigment {
      function { select(sqrt(x * x + z * z) - 1.455, Streets(x, z), 0) }
      pigment_map { [0.5 Dark] [0.5 Spectrum] }
    }
    finish { diffuse 0.5 emission 0.34 specular 0.18 roughness 0.12 reflection { 0.03, 0.16 } }
  }
  texture { pigment { Blocks } finish { diffuse 0.3 } }
  rotate y * Rotation
  translate <0.05, 0, 0>
}
torus { 1.5, 0.0085 translate <0.05, -0.006, 0> pigment { srgb <0.62, 0.64, 0.70> } finish { diffuse 0.5 specular 0.8 roughness 0.01 reflection 0.25 } }
// The arm that carries it.
union {
  box { <-3.6, -0.09, -0.22>, <-1.0, -0.03, 0.22> }
  box { <-1.3, -0.07, -0.22>, <0.3, -0.03, -0.08> }
  box { <-1.3, -0.07, 0.08>, <0.3, -0.03, 0.22> }
  rotate y * -24
  pigment { srgb <0.20, 0.21, 0.25> }
  finish { diffuse 0.6 specular 0.4 roughness 0.03 reflection 0.06 }
}
plane { y, -0.55 pigment { srgb <0.055, 0.05, 0.085> } finish { diffuse 0.7 reflection { 0.02, 0.12 } } }
// The lamp, for the reflections: bright in the middle and fading to its edges.
box { <-7, 6, 1.5>, <1, 6.1, 9> pigment { srgb 1 } finish { emission 0.22 diffuse 0 } no_shadow }
sky_sphere { pigment { srgb <0.02, 0.02, 0.035> } }
