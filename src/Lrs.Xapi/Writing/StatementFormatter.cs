using System.Buffers;

namespace Lrs.Xapi;

/// <summary>Gives out stored statements in the formats <c>ids</c> and <c>canonical</c> (Communication 2.1.3; 9274.1.1 4.1.6.1); <c>exact</c> is the stored bytes themselves.</summary>
public static class StatementFormatter
{
    /// <summary>Writes the statement with only what identifies actors, verbs and activities. Everything else is copied byte for byte.</summary>
    public static void Ids(ReadOnlyMemory<byte> statement, IBufferWriter<byte> output)
    {
        var copier = new JsonCopier(statement, output);
        copier.Run(new IdsFormat(copier).Statement);
    }

    /// <summary>Writes the statement with the store's definitions of its activities and one language in each map.</summary>
    /// <param name="statement">A stored statement.</param>
    /// <param name="languages">What the client's <c>Accept-Language</c> says.</param>
    /// <param name="definitionOf">The JSON object the store has as definition of the activity with this IRI; null leaves the statement's own.</param>
    /// <param name="output">Takes the UTF-8.</param>
    public static void Canonical(ReadOnlyMemory<byte> statement, LanguagePreference languages, Func<string, ReadOnlyMemory<byte>?> definitionOf, IBufferWriter<byte> output)
    {
        var copier = new JsonCopier(statement, output);
        copier.Run(new CanonicalFormat(copier, languages, definitionOf).Statement);
    }
}
