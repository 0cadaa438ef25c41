namespace Lrs.Server.Player;

/// <summary>IRIs of cmi5.</summary>
internal static class Cmi5Iri
{
    /// <summary>Category of "cmi5 defined" statements (9.6.2.1).</summary>
    public const string Defined = Context + "categories/cmi5";

    /// <summary>Category of statements that count for moveOn (9.6.2.2).</summary>
    public const string MoveOnCategory = Context + "categories/moveon";

    public const string SessionId = Context + "extensions/sessionid";
    public const string MasteryScore = Context + "extensions/masteryscore";
    public const string LaunchMode = Context + "extensions/launchmode";
    public const string LaunchUrl = Context + "extensions/launchurl";
    public const string MoveOn = Context + "extensions/moveon";
    public const string LaunchParameters = Context + "extensions/launchparameters";

    /// <summary>Why a unit was waived (9.5.5.2).</summary>
    public const string Reason = "https://w3id.org/xapi/cmi5/result/extensions/reason";

    public const string Block = "https://w3id.org/xapi/cmi5/activitytype/block";
    public const string Course = "https://w3id.org/xapi/cmi5/activitytype/course";

    private const string Context = "https://w3id.org/xapi/cmi5/context/";
}
