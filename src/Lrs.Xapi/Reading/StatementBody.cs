using System.Text.Json;

namespace Lrs.Xapi;

/// <summary>What a statement and a SubStatement have in common, while it is read (Data 2.4; 9274.1.1 4.2.2).</summary>
internal sealed class StatementBody
{
    public Actor? Actor { get; private set; }

    public Verb? Verb { get; private set; }

    public StatementObject? Object { get; private set; }

    public Result? Result { get; private set; }

    public Context? Context { get; private set; }

    public XapiTime? When { get; private set; }

    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    /// <summary>Reads the property at whose value the reader stands, if it is one of these; false and nothing read if not.</summary>
    public bool TryRead(string property, ref Utf8JsonReader json, Reading reading, bool inSubStatement)
    {
        switch (property)
        {
            case "actor":
                Actor = ActorReader.Read(ref json, reading);
                return true;
            case "verb":
                Verb = VerbReader.Read(ref json, reading);
                return true;
            case "object":
                Object = inSubStatement ? ObjectReader.ReadInSubStatement(ref json, reading) : ObjectReader.Read(ref json, reading);
                return true;
            case "result":
                Result = ResultReader.Read(ref json, reading);
                return true;
            case "context":
                Context = ContextReader.Read(ref json, reading);
                return true;
            case "timestamp":
                When = ReadTime(ref json, reading);
                return true;
            case "attachments":
                Attachments = ValueReader.Array(ref json, reading, AttachmentReader.Read) ?? [];
                return true;
            default:
                return false;
        }
    }

    /// <summary>What must be there, and what must fit together.</summary>
    public void Check(Fields fields, Faults faults)
    {
        fields.Require("actor", Rule.ActorMissing);
        fields.Require("verb", Rule.VerbMissing);
        fields.Require("object", Rule.ObjectMissing);

        if (Verb?.Id.Text is Verb.Voided && Object is not (null or StatementReference))
        {
            faults.Add(Rule.VoidingObject, "object", "A statement that voids must have a StatementRef as its object.");
        }

        if (Object is null or Activity || Context is null)
        {
            return;
        }

        using var inside = faults.Inside("context");
        if (Context.Revision is not null)
        {
            faults.Add(Rule.ContextRevision, "revision", "'revision' may be used only if the object is an activity.");
        }

        if (Context.Platform is not null)
        {
            faults.Add(Rule.ContextPlatform, "platform", "'platform' may be used only if the object is an activity.");
        }
    }

    // 9274.1.1 4.2.7: times are kept in UTC. In 1.0.x they stay as they came.
    private static XapiTime? ReadTime(ref Utf8JsonReader json, Reading reading)
    {
        var time = ValueReader.Time(ref json, reading);
        if (time is { IsUtc: false } && reading.Version is XapiVersion.V2)
        {
            reading.Change(json.TokenStartIndex, json.BytesConsumed - json.TokenStartIndex, $"\"{time.UtcText}\"");
        }

        return time;
    }
}
