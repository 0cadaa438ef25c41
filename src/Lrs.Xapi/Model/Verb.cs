namespace Lrs.Xapi;

/// <summary>What was done (Data 2.4.3; 9274.1.1 4.2.2.2).</summary>
/// <param name="Id">The verb's IRI, which is its meaning.</param>
/// <param name="Display">Its name for people; empty if none was sent.</param>
public sealed record Verb(Iri Id, LanguageMap Display)
{
    /// <summary>The verb by which a statement voids another (Data 2.3.2).</summary>
    public const string Voided = "http://adlnet.gov/expapi/verbs/voided";
}
