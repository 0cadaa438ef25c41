namespace Lrs.Xapi;

/// <summary>IRIs of the verbs that ADL's vocabulary, the SCORM profile and cmi5 give a meaning to.</summary>
public static class Verbs
{
    /// <summary>The learning system opens a unit (cmi5 9.3.1).</summary>
    public const string Launched = Adl + "launched";

    /// <summary>A unit begins.</summary>
    public const string Initialized = Adl + "initialized";

    /// <summary>A unit goes on where it was suspended.</summary>
    public const string Resumed = Adl + "resumed";

    /// <summary>A unit is left, to be resumed.</summary>
    public const string Suspended = Adl + "suspended";

    /// <summary>A unit ends.</summary>
    public const string Terminated = Adl + "terminated";

    /// <summary>An activity is left.</summary>
    public const string Exited = Adl + "exited";

    /// <summary>All of it was seen or done.</summary>
    public const string Completed = Adl + "completed";

    /// <summary>Judged a success.</summary>
    public const string Passed = Adl + "passed";

    /// <summary>Judged no success.</summary>
    public const string Failed = Adl + "failed";

    /// <summary>Points without a judgement.</summary>
    public const string Scored = Adl + "scored";

    /// <summary>A question was answered.</summary>
    public const string Answered = Adl + "answered";

    /// <summary>What the ADL SCORM profile says for <see cref="Answered"/>.</summary>
    public const string Responded = Adl + "responded";

    /// <summary>A comment was left.</summary>
    public const string Commented = Adl + "commented";

    /// <summary>Some of it was done.</summary>
    public const string Progressed = Adl + "progressed";

    /// <summary>A session ended abnormally (cmi5 9.3.6).</summary>
    public const string Abandoned = AdlProfile + "abandoned";

    /// <summary>The learner was freed from a unit (cmi5 9.3.7).</summary>
    public const string Waived = AdlProfile + "waived";

    /// <summary>What a block or course asks is met (cmi5 9.3.9).</summary>
    public const string Satisfied = AdlProfile + "satisfied";

    private const string Adl = "http://adlnet.gov/expapi/verbs/";
    private const string AdlProfile = "https://w3id.org/xapi/adl/verbs/";
}
