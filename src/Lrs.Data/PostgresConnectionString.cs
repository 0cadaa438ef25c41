using Npgsql;

namespace Lrs.Data;

/// <summary>
/// What the administrator wrote, over our defaults. The time limits keep a dead or stalled node, or a dead or stalled database,
/// from holding others up: a lock is waited for 10 s, a transaction in which a node says nothing is ended after 15 s, a
/// connection is tried for 5 s, an answer is waited for 30 s.
/// </summary>
internal static class PostgresConnectionString
{
    // "No Reset On Close": nothing of ours lives in a session, and the reset is seven statements before each use of a pooled connection.
    // No "Keepalive": it sends from a timer, inside transactions too, and a node that hangs would look alive for ever.
    private const string Defaults =
        "Max Auto Prepare=100;Auto Prepare Min Usages=2;Tcp Keepalive=true;Tcp Keepalive Time=10;Tcp Keepalive Interval=5;No Reset On Close=true;Timeout=5;Command Timeout=30;Application Name=lrs;";

    private const string SessionDefaults = "-c lock_timeout=10s -c idle_in_transaction_session_timeout=15s -c jit=off";

    /// <summary>Reads a connection string; what it sets wins over our defaults, in <c>Options</c> too.</summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        var settings = new NpgsqlConnectionStringBuilder(Defaults + text);

        // The server reads these from left to right.
        settings.Options = $"{SessionDefaults} {settings.Options}".TrimEnd();

        // Of several hosts the one that can be written to: a standby would take our reads and refuse every write.
        if (settings.Host?.Contains(',') is true && settings.TargetSessionAttributes is null)
        {
            settings.TargetSessionAttributes = "primary";
        }

        return settings;
    }
}
