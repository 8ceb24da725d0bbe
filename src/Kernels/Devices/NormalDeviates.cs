using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Devices;

/// <summary>
/// Standard normal deviates in float, each from one 32-bit word; the twin of Core's NormalDeviate, within 1e-6 of it.
/// </summary>
/// <remarks>
/// The quantile of v = k 2^-32, where k = word / 2 and the last bit is the sign. In each octave of k it is a polynomial
/// of degree 6 in the mantissa, interpolated at Chebyshev nodes; the coefficients are part of the contract, because
/// every backend must round alike.
/// </remarks>
internal static class NormalDeviates
{
    /// <summary>Coefficients of an octave.</summary>
    public const int Terms = 7;

    /// <summary>Octaves: k = 1 .. 2^31.</summary>
    public const int Octaves = 31;

    private const uint Largest = (1u << 31) - 128;

    /// <summary>Coefficients by rising power of (mantissa - 1.5), [octaves x terms].</summary>
    public static float[] Coefficients { get; } =
    [
        6.16642952f, -0.105470806f, 0.0342977941f, -0.0149866026f, 0.00742961373f, -0.00457609026f, 0.00254958076f,
        6.05582666f, -0.107304759f, 0.0348641686f, -0.0152283208f, 0.00754761836f, -0.00464777276f, 0.00258917524f,
        5.94326687f, -0.109236293f, 0.035459049f, -0.0154819107f, 0.00767132733f, -0.00472287182f, 0.00263064029f,
        5.82864475f, -0.111274287f, 0.0360848755f, -0.0157483649f, 0.00780120958f, -0.0048016645f, 0.00267412653f,
        5.71184349f, -0.113428816f, 0.0367443934f, -0.0160287917f, 0.00793779083f, -0.00488446001f, 0.00271980092f,
        5.5927372f, -0.115711302f, 0.0374407023f, -0.0163244419f, 0.00808165688f, -0.00497160433f, 0.00276785134f,
        5.47118568f, -0.118134804f, 0.0381773002f, -0.0166367255f, 0.00823347177f, -0.00506348675f, 0.00281848805f,
        5.34703445f, -0.120714307f, 0.0389581695f, -0.0169672351f, 0.00839398336f, -0.00516054546f, 0.00287194806f,
        5.22011328f, -0.123467118f, 0.0397878624f, -0.0173177887f, 0.00856404193f, -0.0052632778f, 0.00292849983f,
        5.09023094f, -0.126413316f, 0.0406715982f, -0.017690463f, 0.00874461606f, -0.00537225045f, 0.00298844837f,
        4.95717478f, -0.129576385f, 0.0416154005f, -0.0180876423f, 0.0089368159f, -0.00548810977f, 0.00305214152f,
        4.82070589f, -0.132983953f, 0.0426262692f, -0.0185120814f, 0.00914192107f, -0.00561159896f, 0.00311997882f,
        4.68055296f, -0.136668831f, 0.0437123701f, -0.018966984f, 0.00936141331f, -0.00574357715f, 0.00319242128f,
        4.53640795f, -0.14067024f, 0.0448833071f, -0.0194560923f, 0.00959701836f, -0.00588504178f, 0.00327000255f,
        4.387918f, -0.145035595f, 0.0461504646f, -0.0199838132f, 0.00985076185f, -0.00603715982f, 0.00335334684f,
        4.23467541f, -0.149822772f, 0.0475274138f, -0.0205553733f, 0.0101250345f, -0.0062013045f, 0.00344318617f,
        4.07620668f, -0.155103236f, 0.0490305088f, -0.0211770143f, 0.0104226824f, -0.00637910375f, 0.00354038738f,
        3.91195297f, -0.160966501f, 0.0506796055f, -0.0218562614f, 0.0107471189f, -0.00657250406f, 0.00364598329f,
        3.74125242f, -0.167526275f, 0.0524990559f, -0.0226022713f, 0.0111024752f, -0.00678384909f, 0.00376121537f,
        3.56330776f, -0.174929515f, 0.0545190498f, -0.023426285f, 0.0114937974f, -0.00701599149f, 0.00388758956f,
        3.37714601f, -0.183370054f, 0.0567774028f, -0.0243422575f, 0.011927315f, -0.00727243256f, 0.00402694894f,
        3.18155956f, -0.193109363f, 0.0593219958f, -0.0253676996f, 0.0124107962f, -0.00755751831f, 0.00418157456f,
        2.97502065f, -0.204510003f, 0.0622140244f, -0.0265248362f, 0.0129540395f, -0.00787670072f, 0.00435431721f,
        2.75554895f, -0.218091398f, 0.0655321777f, -0.0278421808f, 0.0135695469f, -0.00823689904f, 0.00454878341f,
        2.52050233f, -0.234628126f, 0.0693772212f, -0.0293566678f, 0.0142734358f, -0.0086469911f, 0.00476958463f,
        2.26622677f, -0.255334526f, 0.0738741532f, -0.0311164726f, 0.0150866695f, -0.00911848433f, 0.00502268225f,
        1.98742783f, -0.282241702f, 0.0791597143f, -0.0331847221f, 0.0160366204f, -0.00966639724f, 0.0053158463f,
        1.67593968f, -0.319054544f, 0.0853020474f, -0.0356461555f, 0.0171587486f, -0.0103103472f, 0.00565923844f,
        1.31801093f, -0.373417526f, 0.0918926448f, -0.0386419967f, 0.0184958447f, -0.0110757928f, 0.00606605085f,
        0.887146533f, -0.464415848f, 0.0956718475f, -0.0427706279f, 0.0200404413f, -0.0120022502f, 0.00655198097f,
        0.318639368f, -0.659298003f, 0.0692545101f, -0.0572370775f, 0.0189638734f, -0.0141017642f, 0.00681531196f,
    ];

    /// <summary>The deviate of a word.</summary>
    /// <param name="word">A uniform word.</param>
    /// <param name="coefficients">Holds <see cref="Coefficients"/>.</param>
    public static float FromWord<TTable>(uint word, TTable coefficients)
        where TTable : struct, ITable<float>
    {
        var k = word >> 1;
        k = k < 1 ? 1 : k > Largest ? Largest : k;
        var bits = Interop.FloatAsInt((float)(int)k);
        var row = (int)((bits >> 23) - 127) * Terms;
        var t = Interop.IntAsFloat((bits & 0x7FFFFF) | 0x3F800000) - 1.5f;
        var p = coefficients.At(row + Terms - 1);
        for (var term = Terms - 2; term >= 0; term--) p = Fused.MultiplyAdd(p, t, coefficients.At(row + term));
        return (word & 1) == 0 ? -p : p;
    }

    /// <summary>The deviate of the n-th pulse fired at a device.</summary>
    /// <param name="stream">The array's numbers.</param>
    /// <param name="device">Device within the array.</param>
    /// <param name="pulse">Pulses fired at it before.</param>
    /// <param name="coefficients">Holds <see cref="Coefficients"/>.</param>
    public static float OfPulse<TTable>(RandomNumbers stream, int device, int pulse, TTable coefficients)
        where TTable : struct, ITable<float> =>
        FromWord(Word(stream.Words((uint)device, (uint)pulse >> 2), pulse & 3), coefficients);

    /// <summary>One of the four words of a block.</summary>
    public static uint Word(Philox.Block block, int index) =>
        index == 0 ? block.W0 : index == 1 ? block.W1 : index == 2 ? block.W2 : block.W3;
}
