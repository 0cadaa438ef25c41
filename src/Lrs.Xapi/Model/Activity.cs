namespace Lrs.Xapi;

/// <summary>Something that was taken, read, answered (Data 2.4.4.1; 9274.1.1 4.2.2.3).</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Definition">What the client told about it, if anything.</param>
public sealed record Activity(Iri Id, ActivityDefinition? Definition) : StatementObject;

/// <summary>What is told about an activity. Not part of the statement proper: it may change without the statement changing (Data 2.3.1).</summary>
public sealed record ActivityDefinition
{
    /// <summary>The JSON object as sent.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Name by language.</summary>
    public LanguageMap Name { get; init; } = LanguageMap.Empty;

    /// <summary>Description by language; for a question its text.</summary>
    public LanguageMap Description { get; init; } = LanguageMap.Empty;

    /// <summary>The type of activity.</summary>
    public Iri? Type { get; init; }

    /// <summary>Where a person can read more.</summary>
    public Iri? MoreInfo { get; init; }

    /// <summary>For a question: what sort of question.</summary>
    public InteractionType? InteractionType { get; init; }

    /// <summary>For a question: the right answers, any one of which is right; null if none were sent.</summary>
    public IReadOnlyList<string>? CorrectResponsesPattern { get; init; }

    /// <summary>The options of <c>choice</c> and <c>sequencing</c>.</summary>
    public IReadOnlyList<InteractionComponent> Choices { get; init; } = [];

    /// <summary>The points of a <c>likert</c> scale.</summary>
    public IReadOnlyList<InteractionComponent> Scale { get; init; } = [];

    /// <summary>The left side of <c>matching</c>.</summary>
    public IReadOnlyList<InteractionComponent> Source { get; init; } = [];

    /// <summary>The right side of <c>matching</c>.</summary>
    public IReadOnlyList<InteractionComponent> Target { get; init; } = [];

    /// <summary>The steps of <c>performance</c>.</summary>
    public IReadOnlyList<InteractionComponent> Steps { get; init; } = [];

    /// <summary>Anything else.</summary>
    public Extensions Extensions { get; init; } = Extensions.Empty;
}

/// <summary>One option, scale point, side of a match or step.</summary>
/// <param name="Id">Its id, unique in its list.</param>
/// <param name="Description">Its text by language.</param>
public sealed record InteractionComponent(string Id, LanguageMap Description);
