namespace CrossbarSim.Experiments.Sweeps.Conditions;

/// <summary>What a point must meet to be part of a sweep.</summary>
/// <remarks>
/// <c>condition: or</c>; <c>or: and { "or" and }</c>; <c>and: not { "and" not }</c>; <c>not: "not" not | comparison</c>;
/// <c>comparison: sum [ (&lt; &gt; &lt;= &gt;= == !=) sum ]</c>; sums of products of keys, numbers with or without unit, words in
/// quotation marks, and parentheses.
/// </remarks>
public sealed class Condition
{
    private readonly Expression _expression;

    private Condition(ConditionParser parser) => (_expression, Keys) = (parser.Read(), parser.Keys);

    /// <summary>Keys of the experiment that it names.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Reads a condition.</summary>
    /// <param name="text">The condition, without problem.</param>
    /// <exception cref="FormatException">It is no condition.</exception>
    public static Condition Parse(string text) => new(new ConditionParser(text));

    /// <summary>What is wrong with a condition; null: nothing.</summary>
    /// <param name="text">The condition.</param>
    public static string? Problem(string text)
    {
        try
        {
            Parse(text);
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>Whether a point meets it.</summary>
    /// <param name="valueOf">The value of a key there: a number in the base unit (as double), or anything else.</param>
    public bool Holds(Func<string, object> valueOf) => (bool)_expression.Of(valueOf);
}
