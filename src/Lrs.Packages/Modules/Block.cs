namespace Lrs.Packages.Modules;

/// <summary>A piece of a screen. The kinds below are all there are; <c>content/README.md</c> shows how each is written.</summary>
public abstract record Block
{
    private Block() { }

    /// <summary>Paragraphs, lists, tables and headings, as HTML in which no author's markup is left.</summary>
    public sealed record Prose(string Html) : Block;

    /// <summary>Text set apart. <paramref name="Kind"/> is one of <see cref="CalloutKinds"/>; the title may be empty.</summary>
    public sealed record Callout(string Kind, string Title, IReadOnlyList<Block> Content) : Block;

    /// <summary>Text that opens when the learner asks for it.</summary>
    public sealed record Reveal(string Title, IReadOnlyList<Block> Content) : Block;

    /// <summary>A knowledge check or a decision in a scenario; recorded, but not part of the score.</summary>
    public sealed record Asked(Question Question) : Block;

    /// <summary>A branching scenario.</summary>
    public sealed record Played(Scenario Scenario) : Block;

    /// <summary>A questionnaire.</summary>
    public sealed record Polled(Questionnaire Questionnaire) : Block;

    /// <summary>A picture with its text alternative; the longer description is for pictures that one sentence cannot replace.</summary>
    public sealed record Figure(string File, string Alternative, string? Caption, IReadOnlyList<Block> Description) : Block;

    /// <summary>Sound or video with its transcript; a video has captions too.</summary>
    public sealed record Recording(bool Video, string File, string Title, string? Captions, IReadOnlyList<Block> Transcript) : Block;

    /// <summary>The words that may follow <c>:::</c> to set text apart.</summary>
    public static IReadOnlyList<string> CalloutKinds { get; } = ["note", "important", "law", "example", "remember"];
}
