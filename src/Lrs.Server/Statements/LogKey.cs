using System.Buffers.Binary;

namespace Lrs.Server.Statements;

/// <summary>
/// A key under which a statement is found, as one number: what kind of key in the lowest four bits, the number of the
/// term above. Written only where no column of the statement says the same (see <see cref="LogRows"/>).
/// </summary>
internal static class LogKey
{
    /// <summary>The actor or object is this agent or group, or a group that has it as a member.</summary>
    public static long Agent(long term) => Make(1, term);

    /// <summary>The verb.</summary>
    public static long Verb(long term) => Make(2, term);

    /// <summary>The object is this activity.</summary>
    public static long Activity(long term) => Make(3, term);

    /// <summary>The agent stands elsewhere in the statement: authority, instructor, team, context agents, a SubStatement.</summary>
    public static long RelatedAgent(long term) => Make(4, term);

    /// <summary>The activity stands elsewhere in the statement: context activities, a SubStatement.</summary>
    public static long RelatedActivity(long term) => Make(5, term);

    /// <summary>An agent (as in <see cref="Agent"/>) together with the verb; the term is the pair's.</summary>
    public static long AgentAndVerb(long pair) => Make(6, pair);

    /// <summary>The registration. Not a term but 60 bits of the UUID: registrations are nearly unique, and readers check the statement's column.</summary>
    public static long Registration(Guid registration)
    {
        Span<byte> bytes = stackalloc byte[16];
        registration.TryWriteBytes(bytes, bigEndian: true, out _);
        var mixed = BinaryPrimitives.ReadInt64BigEndian(bytes) ^ BinaryPrimitives.ReadInt64BigEndian(bytes[8..]) * 31;
        return Make(7, mixed & 0x07FF_FFFF_FFFF_FFFF);
    }

    private static long Make(int kind, long number) => number << 4 | (long)kind;
}
