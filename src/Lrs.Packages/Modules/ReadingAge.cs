using System.Text.RegularExpressions;

namespace Lrs.Packages.Modules;

/// <summary>
/// How old a reader must be to follow an English text: the Flesch–Kincaid grade level (0.39 words per sentence + 11.8 syllables per word − 15.59)
/// plus five, because the first grade is entered at six. Syllables are counted by a rule of thumb, so the age is one too.
/// </summary>
public static partial class ReadingAge
{
    // Shorter texts say nothing about how they read.
    private const int FewestWords = 60;

    /// <summary>The age in years for the paragraphs and lists of a screen and what its questions say; null for a language other than English or too little text.</summary>
    public static int? Of(Screen screen, string language) => language.StartsWith("en", StringComparison.Ordinal) ? Of(ScreenSentences.Of(screen)) : null;

    /// <summary>The age in years for sentences; null when they are too few.</summary>
    public static int? Of(IEnumerable<string> sentences)
    {
        var read = sentences.Select(sentence => Word().Matches(sentence).Select(match => match.Value).ToList()).Where(words => words.Count > 0).ToList();
        var words = read.Sum(sentence => sentence.Count);
        if (words < FewestWords)
        {
            return null;
        }

        var syllables = read.SelectMany(sentence => sentence).Sum(Syllables);
        return Math.Max(5, (int)Math.Round((0.39 * words / read.Count) + (11.8 * syllables / words) - 15.59 + 5));
    }

    /// <summary>Groups of vowels, without a silent <c>e</c> or <c>ed</c> at the end.</summary>
    public static int Syllables(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower.Length <= 3)
        {
            return 1;
        }

        return Math.Max(1, Vowels().Count(SilentEnd().Replace(lower, "")));
    }

    [GeneratedRegex(@"\p{L}[\p{L}'’]*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    // "police", "asked" and "miles", but not "table", "reported" and "places".
    [GeneratedRegex("(?<![^aeiouy]l|[aeiouy])e$|(?<![dt]|[aeiouy])ed$|(?<![sxzcgh]|[aeiouy])es$")]
    private static partial Regex SilentEnd();
}
