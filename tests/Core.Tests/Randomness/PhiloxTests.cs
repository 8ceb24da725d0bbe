using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Core.Tests.Randomness;

public sealed class PhiloxTests
{
    // The three known answers for philox4x32-10 that its authors ship with Random123 (file kat_vectors).
    [Fact]
    public void A_zero_counter_and_key_give_the_authors_answer() => Assert.Equal(
        new Philox.Block(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8),
        Philox.Generate(new Philox.Block(0, 0, 0, 0), (0, 0)));

    [Fact]
    public void A_counter_and_key_of_ones_give_the_authors_answer() => Assert.Equal(
        new Philox.Block(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd),
        Philox.Generate(
            new Philox.Block(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue), (uint.MaxValue, uint.MaxValue)));

    [Fact]
    public void The_digits_of_pi_give_the_authors_answer() => Assert.Equal(
        new Philox.Block(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1),
        Philox.Generate(
            new Philox.Block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344), (0xa4093822, 0x299f31d0)));
}
