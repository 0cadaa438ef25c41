using Lrs.Server.Http;
using Microsoft.Extensions.Primitives;

namespace Lrs.Server.Documents;

/// <summary>What a client says it knows of the document before it changes it: its <c>If-Match</c> and <c>If-None-Match</c>.</summary>
/// <param name="Match">The <c>If-Match</c> header.</param>
/// <param name="NoneMatch">The <c>If-None-Match</c> header.</param>
/// <param name="Needed">Must one of them be sent when the document exists? (Communication 3.1)</param>
/// <param name="Always">Must one of them be sent even when it does not?</param>
internal sealed record Precondition(StringValues Match, StringValues NoneMatch, bool Needed, bool Always)
{
    /// <summary>May the document be overwritten whatever it is?</summary>
    public bool AsksNothing => !Needed && Match.Count == 0 && NoneMatch.Count == 0;

    /// <summary>Does the document's tag (null: no document) meet it?</summary>
    public DocumentOutcome? Check(string? current)
    {
        if (Match.Count > 0 && !ETags.Holds(Match, current))
        {
            return new DocumentOutcome.Changed(current);
        }

        if (NoneMatch.Count > 0 && ETags.Holds(NoneMatch, current))
        {
            return new DocumentOutcome.Changed(current);
        }

        return Match.Count > 0 || NoneMatch.Count > 0 ? null
            : Needed && current is not null ? new DocumentOutcome.Unconditional()
            : Always && current is null ? new DocumentOutcome.ConditionMissing()
            : null;
    }
}
