namespace Lrs.Server.Reports;

/// <summary>The verbs that say something about an attempt.</summary>
internal static class Verbs
{
    private const string Adl = "http://adlnet.gov/expapi/verbs/";

    public const string Launched = Adl + "launched";
    public const string Initialized = Adl + "initialized";
    public const string Resumed = Adl + "resumed";
    public const string Suspended = Adl + "suspended";
    public const string Terminated = Adl + "terminated";
    public const string Exited = Adl + "exited";
    public const string Completed = Adl + "completed";
    public const string Passed = Adl + "passed";
    public const string Failed = Adl + "failed";
    public const string Answered = Adl + "answered";

    /// <summary>What the ADL SCORM profile says for <see cref="Answered"/>; reports treat both as one.</summary>
    public const string Responded = Adl + "responded";
    public const string Satisfied = "https://w3id.org/xapi/adl/verbs/satisfied";
    public const string Abandoned = "https://w3id.org/xapi/adl/verbs/abandoned";
    public const string Waived = "https://w3id.org/xapi/adl/verbs/waived";
}
