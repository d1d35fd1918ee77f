// Saturn from above the plane of its rings, with the light from the left.
#include "common.inc"
camera { location <-0.4, 2.15, -7.6> right x * Frame up y angle 44 look_at <0.42, -0.1, 0> rotate z * 12 }
light_source { <-60, 26, -44> rgb <1.9, 1.8, 1.62> parallel point_at 0 }
object { Stars(700, 400, 11) }

#declare R = seed(4);
#declare Bands = pigment {
  gradient y
  color_map {
    [0.00 rgb <0.38, 0.31, 0.20>]
    [0.14 rgb <0.55, 0.45, 0.29>]
    [0.22 rgb <0.70, 0.58, 0.38>]
    [0.29 rgb <0.60, 0.47, 0.29>]
    [0.36 rgb <0.79, 0.67, 0.45>]
    [0.43 rgb <0.70, 0.56, 0.34>]
    [0.48 rgb <0.88, 0.77, 0.54>]
    [0.54 rgb <0.91, 0.81, 0.60>]
    [0.60 rgb <0.75, 0.60, 0.38>]
    [0.68 rgb <0.80, 0.69, 0.47>]
    [0.74 rgb <0.62, 0.52, 0.34>]
    [0.82 rgb <0.66, 0.58, 0.41>]
    [0.90 rgb <0.47, 0.43, 0.33>]
    [1.00 rgb <0.34, 0.34, 0.30>]
  }
  scale 2
  translate -y
  warp { turbulence <0, 0.018, 0> octaves 4 lambda 2.4 omega 0.45 }
}
sphere {
  0, 1
  pigment { Bands }
  finish { diffuse 0.82 brilliance 1.15 }
  scale <1, 0.9, 1>
}

// From the inner edge (1.24 radii) to the outer edge (2.27): C, B, the dark division, A with its gap.
#macro Ring(At)
  #if (At < 0.27) #local V = 0.17 + 0.25 * At; #local T = 0.72 - 0.9 * At;
  #else #if (At < 0.68) #local V = 0.62 + 0.3 * sin(At * 7); #local T = 0.06;
  #else #if (At < 0.755) #local V = 0.10; #local T = 0.88;
  #else #if (At > 0.918 & At < 0.93) #local V = 0.08; #local T = 0.9;
  #else #local V = 0.56; #local T = 0.22; #end #end #end #end
  #local N = 0.74 + 0.34 * rand(R);
  rgbt <0.98 * V * N, 0.86 * V * N, 0.68 * V * N, min(0.97, T * (0.8 + 0.4 * rand(R)))>
#end
disc {
  0, y, 2.27, 1.24
  pigment {
    function { (sqrt(x * x + z * z) - 1.24) / 1.03 }
    color_map {
      #local I = 0;
      #while (I < 250)
        [I / 249 Ring(I / 249)]
        #local I = I + 1;
      #end
    }
  }
  finish { diffuse 1.0 }
}
// Two moons.
sphere { <-2.75, -0.32, -1.1>, 0.027 pigment { rgb 0.9 } }
sphere { <3.45, 0.62, 2.1>, 0.036 pigment { rgb <0.95, 0.85, 0.7> } }
