namespace Lrs.Xapi;

/// <summary>UUIDs in the standard text form: 8-4-4-4-12 hexadecimal digits and nothing round them (Data 4.4; RFC 4122 3).</summary>
public static class Uuids
{
    /// <summary>The UUID, or null if the text is none.</summary>
    public static Guid? Parse(string? text) => Guid.TryParseExact(text, "D", out var uuid) && text!.Length is 36 ? uuid : null;
}
