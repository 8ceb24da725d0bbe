namespace CrossbarSim.Experiments.Datasets.Digits;

/// <summary>From the writing box to pixels: elastic distortion, then scale, shear, rotation and shift.</summary>
/// <remarks>
/// How far each of them reaches was tuned together, by eye and so that a float network 784-128-10 lands near
/// 0.97 on the test set: close enough to the top to look like digits, low enough to tell devices apart.
/// </remarks>
internal sealed class Placement
{
    // Pixels of the writing box: a digit fills four fifths of it, so it is about 20 pixels high.
    private const double BoxPixels = 25;

    private readonly ElasticField _field;
    private readonly (double Xx, double Xy, double Yx, double Yy) _matrix;
    private readonly PenPoint _centre;

    /// <summary>Draws a placement.</summary>
    /// <param name="dice">The sample's random numbers.</param>
    public Placement(SampleDice dice)
    {
        _field = new ElasticField(dice, 0.30);
        var (wide, high) = (dice.Between(0.68, 1.1), dice.Between(0.8, 1.08));
        var shear = 0.08 + dice.Around(0.5);
        var (cosine, sine) = Rotation(dice.Around(0.18));
        _matrix = (
            BoxPixels * wide * cosine, BoxPixels * high * (-shear * cosine - sine),
            BoxPixels * wide * sine, BoxPixels * high * (cosine - shear * sine));
        const double middle = EmbeddedDigits.Side / 2.0;
        _centre = new PenPoint(middle, middle) + dice.PointAround(2.0);
    }

    /// <summary>Where a point of the writing box lies in the picture, in pixels.</summary>
    /// <param name="point">The point, 0 .. 1.</param>
    public PenPoint Place(PenPoint point)
    {
        var (x, y) = _field.Displace(point) - new PenPoint(0.5, 0.5);
        return _centre + new PenPoint(_matrix.Xx * x + _matrix.Xy * y, _matrix.Yx * x + _matrix.Yy * y);
    }

    // From the tangent of half the angle, because sine and cosine differ in the last bit between systems.
    private static (double Cosine, double Sine) Rotation(double halfTangent)
    {
        var square = halfTangent * halfTangent;
        return ((1 - square) / (1 + square), 2 * halfTangent / (1 + square));
    }
}
