/*
 * Prints the conductances of the exponential law in nS, P = 0 .. 255: u = expm1(p / A) / expm1(1 / A) with A = 0.8,
 * the law of configs/devices/seed-nonlinear.yaml.
 */
#include <math.h>
#include <stdio.h>

int main(void)
{
    for (int pulse = 0; pulse < 256; pulse++)
        printf("%.0f,\n", 1000 + 49000 * expm1(pulse / 255.0 / 0.8) / expm1(1 / 0.8));
    return 0;
}
