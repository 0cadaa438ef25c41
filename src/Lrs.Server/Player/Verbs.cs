namespace Lrs.Server.Player;

/// <summary>IRIs of the verbs that the player uses or listens for.</summary>
internal static class Verbs
{
    public const string Initialized = Adl + "initialized";
    public const string Resumed = Adl + "resumed";
    public const string Suspended = Adl + "suspended";
    public const string Terminated = Adl + "terminated";
    public const string Completed = Adl + "completed";
    public const string Passed = Adl + "passed";
    public const string Failed = Adl + "failed";
    public const string Scored = Adl + "scored";
    public const string Responded = Adl + "responded";
    public const string Commented = Adl + "commented";
    public const string Progressed = Adl + "progressed";
    public const string Launched = Adl + "launched";
    public const string Waived = "https://w3id.org/xapi/adl/verbs/waived";
    public const string Abandoned = "https://w3id.org/xapi/adl/verbs/abandoned";
    public const string Satisfied = "https://w3id.org/xapi/adl/verbs/satisfied";

    private const string Adl = "http://adlnet.gov/expapi/verbs/";
}
