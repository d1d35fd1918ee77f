// An electric motor, opened: copper coils in a ring of steel, and a rotor with magnets. The light comes from the left.
#include "common.inc"
camera { location <2.6, 6.6, -7.6> right x * Frame up y angle 41 look_at <0.45, 0.3, -0.05> }
light_source { <-7, 9, -3> srgb <1.7, 1.62, 1.48> area_light <2.5, 0, 0>, <0, 0, 2.5>, 3, 3 adaptive 1 jitter }
light_source { <6, 5, -6> srgb <0.36, 0.42, 0.52> shadowless }
#declare Steel = texture { pigment { srgb <0.60, 0.61, 0.63> } finish { diffuse 0.45 specular 0.6 roughness 0.02 reflection { 0.22 } metallic } }
#declare Sheets = texture {
  pigment { gradient y color_map { [0.78 srgb <0.50, 0.51, 0.54>] [0.85 srgb <0.30, 0.31, 0.33>] } scale 0.035 }
  finish { diffuse 0.55 specular 0.35 roughness 0.04 reflection 0.10 metallic }
}
#declare Copper = texture { pigment { srgb <0.86, 0.47, 0.25> } finish { diffuse 0.5 specular 0.75 roughness 0.018 reflection { 0.20 } metallic } }
#declare Magnet = texture { pigment { srgb <0.76, 0.78, 0.82> } finish { diffuse 0.35 specular 0.9 roughness 0.006 reflection { 0.38 } metallic } }
#declare Slots = 24;
// The ring and its teeth.
difference {
  cylinder { <0, 0, 0>, <0, 1.0, 0>, 3.1 }
  cylinder { <0, -0.1, 0>, <0, 1.1, 0>, 2.55 }
  #local I = 0;
  #while (I < 8)
    cylinder { <2.86, -0.1, 0>, <2.86, 1.1, 0>, 0.095 rotate y * (I * 45 + 8) }
    #local I = I + 1;
  #end
  texture { Sheets }
}
#local I = 0;
#while (I < Slots)
  union {
    box { <1.80, 0, -0.115>, <2.6, 1.0, 0.115> }
    box { <1.74, 0, -0.19>, <1.83, 1.0, 0.19> }
    rotate y * I * 360 / Slots
    texture { Sheets }
  }
  // One coil: turns of round wire about the tooth.
  union {
    #local Layer = 0;
    #while (Layer < 2)
      #local T = 0;
      #while (T < 9)
        #local X = 1.90 + T * 0.076;
        #local W = 0.152 + Layer * 0.058;
        #local H = 0.055 + Layer * 0.058;
        union {
          cylinder { <X, -H, -W + 0.06>, <X, -H, W - 0.06>, 0.036 }
          cylinder { <X, 1 + H, -W + 0.06>, <X, 1 + H, W - 0.06>, 0.036 }
          cylinder { <X, -H + 0.06, -W>, <X, 1 + H - 0.06, -W>, 0.036 }
          cylinder { <X, -H + 0.06, W>, <X, 1 + H - 0.06, W>, 0.036 }
          sphere { <X, 1 + H - 0.03, -W + 0.03>, 0.038 }
          sphere { <X, 1 + H - 0.03, W - 0.03>, 0.038 }
        }
        #local T = T + 1;
      #end
      #local Layer = Layer + 1;
    #end
    rotate y * I * 360 / Slots
    texture { Copper }
  }
  #local I = I + 1;
#end
// The rotor, drawn out a little.
union {
  difference {
    cylinder { <0, 0, 0>, <0, 1.0, 0>, 1.60 }
    cylinder { <0, -0.1, 0>, <0, 1.1, 0>, 0.42 }
    #local I = 0;
    #while (I < 8)
      box { <1.12, -0.1, -0.47>, <1.42, 1.1, 0.47> rotate y * I * 45 }
      cylinder { <0.78, -0.1, 0>, <0.78, 1.1, 0>, 0.17 rotate y * (I * 45 + 22.5) }
      #local I = I + 1;
    #end
    texture { Sheets }
  }
  #local I = 0;
  #while (I < 8)
    box { <1.135, 0.01, -0.455>, <1.405, 1.035, 0.455> rotate y * I * 45 texture { Magnet } }
    #local I = I + 1;
  #end
  cylinder { <0, -0.6, 0>, <0, 1.75, 0>, 0.40 texture { Steel } }
  cylinder { <0, 1.75, 0>, <0, 2.25, 0>, 0.30 texture { Steel } }
  cone { <0, 2.25, 0>, 0.30, <0, 2.31, 0>, 0.25 texture { Steel } }
  rotate y * 9
  translate y * 0.62
}
plane { y, -0.12 pigment { srgb <0.27, 0.28, 0.30> } finish { diffuse 0.75 reflection { 0.02, 0.14 } } }
box { <-12, 9, -3>, <3, 9.1, 9> pigment { srgb 1 } finish { emission 0.8 diffuse 0 } no_shadow }
box { <3, 7, -9>, <9, 7.1, -5> pigment { srgb <0.7, 0.8, 1> } finish { emission 0.5 diffuse 0 } no_shadow }
sky_sphere { pigment { gradient y color_map { [0 srgb <0.34, 0.35, 0.37>] [1 srgb <0.10, 0.10, 0.11>] } } }
