namespace Lrs.Xapi;

/// <summary>Requests with one parameter or none: the Activities and Agents resources, <c>PUT statements</c>, <c>about</c> (Communication 2.4, 2.5; 9274.1.1 4.1.6.3, 4.1.6.4).</summary>
public static class SingleParameter
{
    /// <summary>The activity that <c>GET activities?activityId=</c> asks for; null if there are faults.</summary>
    public static Iri? Activity(IEnumerable<KeyValuePair<string, string>> parameters, XapiVersion version, Faults faults)
    {
        var before = faults.Found;
        var given = new Parameters(parameters, ["activityId"], version, faults);
        given.Require("activityId", "it says which activity is meant");
        var activity = given.Iri("activityId");
        return faults.Found == before ? activity : null;
    }

    /// <summary>The agent that <c>GET agents?agent=</c> asks for; null if there are faults.</summary>
    public static Actor? Agent(IEnumerable<KeyValuePair<string, string>> parameters, XapiVersion version, Faults faults)
    {
        var before = faults.Found;
        var given = new Parameters(parameters, ["agent"], version, faults);
        given.Require("agent", "it says which agent is meant");
        var agent = given.Agent("agent");
        return faults.Found == before ? agent : null;
    }

    /// <summary>The <c>statementId</c> that <c>PUT statements</c> must have, and nothing else; null if there are faults.</summary>
    public static Guid? StatementId(IEnumerable<KeyValuePair<string, string>> parameters, XapiVersion version, Faults faults)
    {
        var before = faults.Found;
        var given = new Parameters(parameters, ["statementId"], version, faults);
        given.Require("statementId", "it says under which id the statement is put");
        var id = given.Uuid("statementId");
        return faults.Found == before ? id : null;
    }

    /// <summary>Notes every parameter of a request that takes none, such as <c>POST statements</c> and <c>GET about</c>.</summary>
    public static void None(IEnumerable<KeyValuePair<string, string>> parameters, XapiVersion version, Faults faults) =>
        _ = new Parameters(parameters, [], version, faults);
}
