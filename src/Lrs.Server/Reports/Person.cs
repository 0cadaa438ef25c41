namespace Lrs.Server.Reports;

/// <summary>Pieces of SQL that say who somebody is and what the directory knows of them. Dated facts are joined when they are asked for, never copied.</summary>
internal static class Person
{
    /// <summary>The parameter with the present moment.</summary>
    public const string Moment = "@moment";

    /// <summary>The person that an agent is: by the directory, else by itself.</summary>
    /// <param name="learner">The agent's own id, as an expression.</param>
    public static string Of(string learner) => $"COALESCE((SELECT pa.person FROM person_agent pa WHERE pa.tenant = @tenant AND pa.learner = {learner}), {learner})";

    /// <summary>What a person was at a time.</summary>
    /// <param name="column">Of <c>person_fact</c>.</param>
    /// <param name="person">The person, as an expression.</param>
    /// <param name="time">The time, as an expression.</param>
    public static string At(string column, string person, string time) =>
        $"(SELECT f.{column} FROM person_fact f WHERE f.tenant = @tenant AND f.person = {person} AND f.since <= {time} AND (f.until IS NULL OR f.until > {time}) LIMIT 1)";

    /// <summary>When what the directory says of a person last changed, or a row's own time if that is later.</summary>
    public static Lrs.OData.SqlPerDialect Updated(string own, string person) => new(
        Sqlite: $"MAX({own}, COALESCE((SELECT p.updated FROM person p WHERE p.tenant = @tenant AND p.id = {person}), {own}))",
        Postgres: $"GREATEST({own}, (SELECT p.updated FROM person p WHERE p.tenant = @tenant AND p.id = {person}))");
}
