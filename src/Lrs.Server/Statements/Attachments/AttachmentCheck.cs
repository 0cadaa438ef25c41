using Lrs.Xapi;

namespace Lrs.Server.Statements;

/// <summary>Does every attachment have its data, and does every signature sign its statement? (xAPI Communication 1.5; Data 2.4.11, 2.6)</summary>
internal static class AttachmentCheck
{
    /// <summary>Notes attachments whose data neither came nor is to be had elsewhere, and signatures that are none.</summary>
    /// <param name="statements">The statements of one request.</param>
    /// <param name="arrived">The data that came: by hash, a signature with its bytes.</param>
    /// <param name="version">The data model of the request.</param>
    /// <param name="isList">Were they sent as a list? Faults name the place so.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Run(IReadOnlyList<Statement> statements, IReadOnlyDictionary<string, byte[]?> arrived, XapiVersion version, bool isList, Faults faults)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            if (statement.Attachments.Count == 0 && statement.Object is not SubStatement)
            {
                continue;
            }

            if (isList)
            {
                using var inside = faults.Inside(i);
                One(statement, arrived, version, faults);
            }
            else
            {
                One(statement, arrived, version, faults);
            }
        }
    }

    private static void One(Statement statement, IReadOnlyDictionary<string, byte[]?> arrived, XapiVersion version, Faults faults)
    {
        All(statement.Attachments, statement, arrived, version, faults);
        if (statement.Object is SubStatement sub)
        {
            using var inside = faults.Inside("object");
            All(sub.Attachments, null, arrived, version, faults);
        }
    }

    // Only a statement proper is signed: what a SubStatement's attachment would sign is not asserted by anybody.
    private static void All(IReadOnlyList<Attachment> attachments, Statement? signed, IReadOnlyDictionary<string, byte[]?> arrived, XapiVersion version, Faults faults)
    {
        using var list = faults.Inside("attachments");
        for (var i = 0; i < attachments.Count; i++)
        {
            using var inside = faults.Inside(i);
            var attachment = attachments[i];
            var came = arrived.TryGetValue(AttachmentNames.HashOf(attachment), out var bytes);
            if (attachment.IsSignature && signed is not null)
            {
                if (bytes is not null)
                {
                    StatementSignature.Check(bytes, signed, version, faults);
                }
                else
                {
                    faults.Add(Rule.SignatureMissing, "The signature itself did not come with the statement: it is sent as a part of a multipart/mixed request, and never fetched from elsewhere.");
                }
            }
            else if (!came && attachment.FileUrl is null)
            {
                faults.Add(Rule.MultipartMissing, $"The data with the SHA-2 hash {attachment.Sha2} did not come with the request, and the attachment has no fileUrl where it could be had.");
            }
        }
    }
}
