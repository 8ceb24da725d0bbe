using CrossbarSim.Experiments.Sweeps.Sampling;

namespace CrossbarSim.Experiments.Sweeps.Conditions;

/// <summary>Reads a condition: comparisons of sums and products of keys, joined by and, or, not.</summary>
/// <param name="text">The condition.</param>
internal sealed class ConditionParser(string text)
{
    private static readonly string[] Joins = ["and", "or", "not"];

    private readonly IReadOnlyList<Token> _tokens = ConditionLexer.Tokens(text);
    private readonly List<string> _keys = [];
    private int _next;

    /// <summary>Keys that the condition names.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Reads all of it.</summary>
    /// <exception cref="FormatException">It is no condition.</exception>
    public Expression Read()
    {
        var condition = Truth(Or());
        return _next == _tokens.Count ? condition : throw Unexpected("the end or an operator is expected");
    }

    private Expression Or()
    {
        var left = And();
        while (Take("or"))
        {
            var (first, second) = (Truth(left), Truth(And()));
            left = new Expression(of => (bool)first.Of(of) || (bool)second.Of(of), IsTruth: true);
        }

        return left;
    }

    private Expression And()
    {
        var left = Not();
        while (Take("and"))
        {
            var (first, second) = (Truth(left), Truth(Not()));
            left = new Expression(of => (bool)first.Of(of) && (bool)second.Of(of), IsTruth: true);
        }

        return left;
    }

    private Expression Not()
    {
        if (!Take("not")) return Comparison();
        var inner = Truth(Not());
        return new Expression(of => !(bool)inner.Of(of), IsTruth: true);
    }

    private Expression Comparison()
    {
        var left = Sum();
        if (TakeAny("<=", ">=", "==", "!=", "<", ">") is not { } sign) return left;
        var right = Sum();
        if (left.IsTruth || right.IsTruth) throw new FormatException("a comparison is compared: join comparisons with and, or");
        return new Expression(of => Comparer.Holds(left.Of(of), sign, right.Of(of)), IsTruth: true);
    }

    private Expression Sum()
    {
        var left = Product();
        while (TakeAny("+", "-") is { } sign) left = Arithmetic(left, sign, Product());
        return left;
    }

    private Expression Product()
    {
        var left = Factor();
        while (TakeAny("*", "/") is { } sign) left = Arithmetic(left, sign, Factor());
        return left;
    }

    private Expression Factor()
    {
        if (Take("-")) return Arithmetic(new Expression(_ => 0.0, IsTruth: false), "-", Factor());
        if (!Take("(")) return Value();
        var inner = Or();
        return Take(")") ? inner : throw Unexpected("a closing parenthesis is expected");
    }

    private Expression Value()
    {
        if (_next == _tokens.Count || _tokens[_next] is { Kind: TokenKind.Sign } || Joins.Contains(_tokens[_next].Text))
            throw Unexpected("a key, a number or a word in quotation marks is expected");
        var token = _tokens[_next++];
        if (token.Kind == TokenKind.Word) return new Expression(_ => token.Text, IsTruth: false);
        if (token.Kind == TokenKind.Number)
        {
            object number = NumberWithUnit.Parse(token.Text)!.Base;
            return new Expression(_ => number, IsTruth: false);
        }

        if (!_keys.Contains(token.Text)) _keys.Add(token.Text);
        return new Expression(of => of(token.Text), IsTruth: false);
    }

    private static Expression Arithmetic(Expression left, string sign, Expression right) => left.IsTruth || right.IsTruth
        ? throw new FormatException("a comparison is no number")
        : new Expression(of => Comparer.Calculate(left.Of(of), sign, right.Of(of)), IsTruth: false);

    private static Expression Truth(Expression expression) => expression.IsTruth
        ? expression
        : throw new FormatException("this compares nothing: write such as device.gmax > 10 * device.gmin");

    private bool Take(string text)
    {
        if (_next == _tokens.Count || _tokens[_next].Text != text || _tokens[_next].Kind == TokenKind.Word) return false;
        _next++;
        return true;
    }

    private string? TakeAny(params string[] signs) => signs.FirstOrDefault(Take);

    private FormatException Unexpected(string expected) => new(_next == _tokens.Count
        ? $"{expected} at the end"
        : $"{expected} where '{_tokens[_next].Text}' stands at place {_tokens[_next].At}");
}
