namespace ITScoring.Domain.Scoring;

/// <summary>The value that one operation of an expression had when an agency was scored.</summary>
internal readonly struct Traced
{
    private readonly State _state;

    private Traced(State state, Rational number) => (_state, Number) = (state, number);

    private enum State : byte
    {
        NotWorkedOut,
        Undefined,
        Number,
        False,
        True,
    }

    /// <summary>An undefined number.</summary>
    public static Traced Undefined => new(State.Undefined, default);

    public Rational Number { get; }

    public bool IsNumber => _state == State.Number;

    public bool IsTrue => _state == State.True;

    public bool IsBoolean => _state is State.True or State.False;

    /// <summary>Exact: <c>68/79</c>, <c>true</c>, <c>undefined</c>.</summary>
    public string Exact => _state switch
    {
        State.Number => Number.ToString(),
        State.True => "true",
        State.False => "false",
        _ => "undefined",
    };

    /// <summary>As on screen.</summary>
    public string Display => _state switch
    {
        State.Number => VietnameseNumber.Of(Number),
        State.True => "Đúng",
        State.False => "Sai",
        _ => "không tính được",
    };

    public static Traced Of(Rational number) => new(State.Number, number);

    public static Traced Of(bool value) => new(value ? State.True : State.False, default);
}
