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
/// <param name="Mastery">Percent of right answers in the assessment that is a pass, 1 to 100; null when there is no assessment.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Licence">Under which terms the text may be used.</param>
/// <param name="Screens">The screens in the order they are taken, at least one.</param>
/// <param name="Assessment">What is asked at the end; null when the module is complete once its screens are seen.</param>
/// <param name="Follows">To which module it belongs and when it comes, if it is a follow-up.</param>
/// <param name="Translations">The same module in other languages: the same screens, questions and answers in other words.</param>
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
    int? Mastery,
    string Publisher,
    string Licence,
    IReadOnlyList<Screen> Screens,
    Assessment? Assessment,
    FollowUp? Follows,
    IReadOnlyList<Module> Translations,
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

/// <summary>Says that a module comes some time after another, usually to ask what has changed.</summary>
/// <param name="Slug">The <c>slug</c> of the other module.</param>
/// <param name="After">How long after that one was completed, an ISO 8601 duration in years, months, weeks or days, such as <c>P6M</c>.</param>
public sealed record FollowUp(string Slug, string After);
