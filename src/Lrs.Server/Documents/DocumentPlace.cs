using System.Security.Cryptography;
using System.Text;
using Lrs.Xapi;

namespace Lrs.Server.Documents;

/// <summary>Where documents lie: those of one activity, agent and registration, as far as the kind has them.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Activity">The activity's IRI; empty where the kind has none.</param>
/// <param name="Agent">The agent's canonical text; empty where the kind has none.</param>
/// <param name="Registration">The registration; zeros for a document without one, which is another document.</param>
internal sealed record DocumentPlace(DocumentKind Kind, string Activity, string Agent, Guid Registration)
{
    // As in the migration's comment; not the enumeration's own numbers, which are another project's business.
    private short Number => Kind switch
    {
        DocumentKind.State => 1,
        DocumentKind.ActivityProfile => 2,
        _ => 3,
    };

    /// <summary>Where the documents of a request lie.</summary>
    public static DocumentPlace Of(DocumentQuery query) =>
        new(query.Kind, query.ActivityId?.Text ?? "", query.Agent?.Key ?? "", query.Registration ?? Guid.Empty);

    /// <summary>The column values of the place; texts become the first 16 bytes of their SHA-256.</summary>
    public (string, object?)[] Values =>
        [("@kind", Number), ("@activity", Hash(Activity)), ("@agent", Hash(Agent)), ("@registration", Registration)];

    /// <summary>The first 16 bytes of a text's SHA-256; zeros for an empty text.</summary>
    public static byte[] Hash(string text) => text.Length == 0 ? new byte[16] : SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
}
