namespace Lrs.Server.Pages.Parts;

/// <summary>What a form asks: a label, and below it a hint and what was wrong with the answer.</summary>
/// <param name="Name">Name and id of the field.</param>
/// <param name="Label">What is asked.</param>
internal abstract record Question(string Name, string Label)
{
    /// <summary>Help that is read with the label.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong, and how to mend it; null when nothing is.</summary>
    public string? Fault { get; init; }

    /// <summary>The ids of hint and fault, for <c>aria-describedby</c>.</summary>
    public string? DescribedBy => (Hint, Fault) switch
    {
        (null, null) => null,
        (null, _) => $"{Name}-error",
        (_, null) => $"{Name}-hint",
        _ => $"{Name}-hint {Name}-error",
    };

    /// <summary>The class that marks a part of govuk-frontend as wrong, with a space before it; nothing when the answer is right.</summary>
    public string? Wrong(string part) => Fault is null ? null : $" {part}--error";
}

/// <summary>A question that is answered by typing.</summary>
internal sealed record TextQuestion(string Name, string Label) : Question(Name, Label)
{
    public string Value { get; init; } = "";

    /// <summary>The input's type, such as <c>email</c>.</summary>
    public string Type { get; init; } = "text";

    public string? InputMode { get; init; }

    public string? AutoComplete { get; init; }

    /// <summary>Does the page start here?</summary>
    public bool IsFirst { get; init; }

    /// <summary>How many characters wide, of 2, 3, 4, 5, 10, 20 and 30; null for the whole line.</summary>
    public int? Width { get; init; }

    /// <summary>The class for that width, with a space before it.</summary>
    public string? Narrow => Width is { } width ? $" govuk-input--width-{width}" : null;
}

/// <summary>A question that is answered by choosing.</summary>
internal sealed record ChoiceQuestion(string Name, string Label, IReadOnlyList<Choice> Choices) : Question(Name, Label)
{
    /// <summary>The values that are chosen now.</summary>
    public IReadOnlyCollection<string> Chosen { get; init; } = [];
}

/// <summary>One of the answers to choose from.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What people read; text, or markup.</param>
internal sealed record Choice(string Value, object Text)
{
    /// <summary>What is asked further by whoever chooses it.</summary>
    public TextQuestion? Reveals { get; init; }
}

/// <summary>A question for a day in three fields, as people type it; their names are the question's with <c>-day</c>, <c>-month</c> and <c>-year</c>.</summary>
internal sealed record DayQuestion(string Name, string Label, TypedDay Typed) : Question(Name, Label);
