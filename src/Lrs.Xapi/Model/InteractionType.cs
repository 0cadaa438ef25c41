namespace Lrs.Xapi;

/// <summary>Sorts of question (Data 2.4.4.1; 9274.1.1 4.2.2.3).</summary>
public enum InteractionType
{
    /// <summary><c>true-false</c></summary>
    TrueFalse,

    /// <summary><c>choice</c>: one or several options.</summary>
    Choice,

    /// <summary><c>fill-in</c>: short text.</summary>
    FillIn,

    /// <summary><c>long-fill-in</c>: long text.</summary>
    LongFillIn,

    /// <summary><c>matching</c>: pairs.</summary>
    Matching,

    /// <summary><c>performance</c>: a task of several steps.</summary>
    Performance,

    /// <summary><c>sequencing</c>: putting in order.</summary>
    Sequencing,

    /// <summary><c>likert</c>: a point on a scale.</summary>
    Likert,

    /// <summary><c>numeric</c></summary>
    Numeric,

    /// <summary><c>other</c></summary>
    Other,
}

/// <summary>How interaction types are written.</summary>
public static class InteractionTypes
{
    /// <summary>As the specification writes it.</summary>
    public static string Text(this InteractionType type) => type switch
    {
        InteractionType.TrueFalse => "true-false",
        InteractionType.Choice => "choice",
        InteractionType.FillIn => "fill-in",
        InteractionType.LongFillIn => "long-fill-in",
        InteractionType.Matching => "matching",
        InteractionType.Performance => "performance",
        InteractionType.Sequencing => "sequencing",
        InteractionType.Likert => "likert",
        InteractionType.Numeric => "numeric",
        _ => "other",
    };

    /// <summary>The type written so, in exactly this case; else null.</summary>
    public static InteractionType? Parse(string text) => text switch
    {
        "true-false" => InteractionType.TrueFalse,
        "choice" => InteractionType.Choice,
        "fill-in" => InteractionType.FillIn,
        "long-fill-in" => InteractionType.LongFillIn,
        "matching" => InteractionType.Matching,
        "performance" => InteractionType.Performance,
        "sequencing" => InteractionType.Sequencing,
        "likert" => InteractionType.Likert,
        "numeric" => InteractionType.Numeric,
        "other" => InteractionType.Other,
        _ => null,
    };
}
