namespace Lrs.Packages.Modules;

/// <summary>A learning module, read from its source and free of faults: everything a package of any format is built from.</summary>
/// <param name="Id">Absolute IRI that names the module for ever, without a trailing slash, query or fragment; ids of its parts start with it.</param>
/// <param name="Slug">Short name for files and identifiers: lower-case letters, digits and hyphens.</param>
/// <param name="Title">What learners see as its name.</param>
/// <param name="Description">What it is about, one or two sentences of plain text.</param>
/// <param name="Language">Language tag of the text, for instance <c>en-GB</c> (RFC 5646).</param>
/// <param name="Version">Version of the content, three numbers with dots.</param>
/// <param name="Minutes">How long it takes a learner, in minutes.</param>
/// <param name="Audience">Who it is for.</param>
/// <param name="Mastery">Percent of right answers in the assessment that is a pass, 1 to 100.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Licence">Under which terms the text may be used.</param>
/// <param name="Screens">The screens in the order they are taken, at least one.</param>
/// <param name="Assessment">What is asked at the end.</param>
/// <param name="Media">Files under <c>media/</c> by their path in the source; all are used by some screen.</param>
public sealed record Module(
    string Id,
    string Slug,
    string Title,
    string Description,
    string Language,
    string Version,
    int Minutes,
    string Audience,
    int Mastery,
    string Publisher,
    string Licence,
    IReadOnlyList<Screen> Screens,
    Assessment Assessment,
    IReadOnlyDictionary<string, byte[]> Media);

/// <summary>One screen: what the learner sees between two presses of Next.</summary>
/// <param name="Id">The name of its file without <c>.md</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">Its content from top to bottom.</param>
public sealed record Screen(string Id, string Title, IReadOnlyList<Block> Blocks);

/// <summary>The questions at the end, which decide whether the learner passes.</summary>
/// <param name="Title">Heading of the assessment.</param>
/// <param name="Introduction">What is said before the first question, as HTML.</param>
/// <param name="Questions">The questions in order, at least one.</param>
public sealed record Assessment(string Title, string Introduction, IReadOnlyList<Question> Questions);
