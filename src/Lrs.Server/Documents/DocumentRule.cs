using Lrs.Server.Accounts;
using Lrs.Server.Http;
using Lrs.Xapi;

namespace Lrs.Server.Documents;

/// <summary>A feature's say over who may read or change which documents.</summary>
internal interface IDocumentRule
{
    /// <summary>Why the request is refused; null when it is allowed or the rule does not concern it.</summary>
    Refusal? Check(DocumentRequest request);
}

/// <summary>What a rule sees of a request.</summary>
internal sealed record DocumentRequest(Caller Caller, DocumentQuery Query, DocumentMethod Method, string ContentType, ReadOnlyMemory<byte> Body);
