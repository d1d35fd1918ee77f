// The aisle of a hall of computers. The light comes from the ceiling and from the machines.
#include "common.inc"
camera { location <-0.16, 1.45, -1.2> right x * Frame up y angle 66 look_at <0.04, 1.36, 10> }
#declare R = seed(31);
#declare Length = 22;
light_source { <0, 2.95, 1> srgb <0.75, 0.85, 1> fade_distance 5 fade_power 1 area_light <0.5, 0, 0>, <0, 0, 2>, 2, 3 }
light_source { <0, 2.95, 9> srgb <0.8, 0.9, 1> fade_distance 6 fade_power 1 area_light <0.5, 0, 0>, <0, 0, 4>, 2, 4 }
light_source { <0, 2.0, Length + 3> srgb <1.0, 0.98, 0.95> fade_distance 6 fade_power 1.5 }
#declare Black = texture { pigment { srgb <0.085, 0.095, 0.12> } finish { diffuse 0.8 specular 0.35 roughness 0.03 reflection 0.05 } }
#declare Grille = texture {
  pigment { hexagon srgb <0.13, 0.15, 0.19>, srgb <0.20, 0.23, 0.28>, srgb <0.09, 0.10, 0.13> scale 0.011 rotate x * 90 rotate y * 90 }
  finish { diffuse 0.8 specular 0.2 roughness 0.05 }
}
#macro Lamp(P, C) box { P, P + <0.012, 0.014, 0.024> pigment { srgb C } finish { emission 1.6 diffuse 0 } } #end
// A cabinet whose doors look along -x; its front is the plane x = 0.
#macro Cabinet()
  union {
    box { <0.02, 0.02, 0>, <0.9, 2.32, 0.78> texture { Black } }
    #local U = 0;
    #while (U < 20)
      #local Y = 0.1 + U * 0.108;
      #local Kind = rand(R);
      box { <0, Y, 0.05>, <0.03, Y + 0.098, 0.73>
        #if (Kind < 0.72) texture { Grille } #else texture { Black pigment { srgb <0.17, 0.19, 0.23> } } #end
      }
      box { <-0.006, Y + 0.01, 0.06>, <0.01, Y + 0.088, 0.075> pigment { srgb <0.5, 0.53, 0.58> } finish { specular 0.5 } }
      box { <-0.006, Y + 0.01, 0.705>, <0.01, Y + 0.088, 0.72> pigment { srgb <0.5, 0.53, 0.58> } finish { specular 0.5 } }
      #local L = 0;
      #while (L < 7)
        #local Pick = rand(R);
        #if (Pick < 0.42) Lamp(<-0.012, Y + 0.045, 0.12 + L * 0.043>, <0.25, 0.95, 0.72>) #end
        #if (Pick > 0.86 & Pick < 0.95) Lamp(<-0.012, Y + 0.045, 0.12 + L * 0.043>, <0.30, 0.62, 1.0>) #end
        #if (Pick > 0.985) Lamp(<-0.012, Y + 0.045, 0.12 + L * 0.043>, <1.0, 0.62, 0.16>) #end
        #local L = L + 1;
      #end
      #local U = U + 1;
    #end
    box { <-0.02, 0.02, 0>, <0.02, 2.32, 0.03> texture { Black } }
    box { <-0.02, 0.02, 0.75>, <0.02, 2.32, 0.78> texture { Black } }
    box { <-0.02, 2.27, 0>, <0.02, 2.36, 0.78> texture { Black } }
    // A strip of light on the door.
    box { <-0.03, 2.365, 0.1>, <0.0, 2.38, 0.68> pigment { srgb <0.55, 0.85, 1> } finish { emission 1.0 diffuse 0 } }
  }
#end
#local I = -1;
#while (I < Length / 0.8)
  object { Cabinet() translate <0.92, 0, I * 0.8> }
  object { Cabinet() rotate y * 180 translate <-0.92, 0, I * 0.8 + 0.78> }
  #local I = I + 1;
#end
plane {
  y, 0
  pigment { checker srgb <0.40, 0.43, 0.47>, srgb <0.37, 0.40, 0.44> scale 0.6 translate <0.3, 0, 0> }
  finish { diffuse 0.5 specular 0.2 roughness 0.02 reflection { 0.10, 0.45 } }
  normal { bumps 0.015 scale 0.05 }
}
#local I = 0;
#while (I < 40)
  box { <-0.92, 0.001, I * 0.6 - 0.6>, <0.92, 0.002, I * 0.6 - 0.594> pigment { srgb 0.16 } }
  #local I = I + 1;
#end
box { <-0.003, 0.001, -1>, <0.003, 0.002, 24> pigment { srgb 0.16 } }
// The ceiling: trays of cables, and lamps.
box { <-3, 3.1, -3>, <3, 3.2, 30> pigment { srgb <0.20, 0.22, 0.26> } }
#local I = 0;
#while (I < 9)
  box { <-0.34, 3.04, I * 2.7 - 0.6>, <0.34, 3.09, I * 2.7 + 1.1> pigment { srgb <0.86, 0.93, 1> } finish { emission 1.2 diffuse 0 } }
  #local I = I + 1;
#end
#local I = 0;
#while (I < 7)
  cylinder { <-0.86 + I * 0.045, 2.66 + 0.02 * mod(I, 2), -2>, <-0.86 + I * 0.045, 2.66 + 0.02 * mod(I, 2), 28>, 0.02 pigment { srgb <0.92, 0.68 - 0.05 * I, 0.16> } finish { specular 0.3 } }
  cylinder { <0.58 + I * 0.045, 2.66 + 0.02 * mod(I, 2), -2>, <0.58 + I * 0.045, 2.66 + 0.02 * mod(I, 2), 28>, 0.02 pigment { srgb <0.12, 0.36 + 0.05 * I, 0.72> } finish { specular 0.3 } }
  #local I = I + 1;
#end
#local I = 0;
#while (I < 26)
  box { <-0.92, 2.60, I * 1.1>, <-0.5, 2.62, I * 1.1 + 0.04> texture { Black } }
  box { <0.5, 2.60, I * 1.1>, <0.92, 2.62, I * 1.1 + 0.04> texture { Black } }
  #local I = I + 1;
#end
// The end of the aisle.
box { <-3, 0, Length + 5>, <3, 3.2, Length + 5.1> pigment { srgb <0.78, 0.84, 0.90> } finish { diffuse 0.7 emission 0.35 } }
