using System.Security.Cryptography;
using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Settings;
using Lrs.Server.Statements;

namespace Lrs.Server.Surveys;

/// <summary>
/// Lets waiting answers into the log: once the month has turned (or as many months as the setting says), every survey for which enough have gathered, all of them
/// in one commit and in random order, answer by answer, so that not even what one person said belongs together. The others wait for the next turn.
/// </summary>
internal sealed class SurveyRelease(LogWriter log, TenantStore tenants, SurveySettings settings, TimeProvider clock, ILogger<SurveyRelease> logger) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);

    private const string Begin = "INSERT INTO survey_release (tenant, month) VALUES (@tenant, @month) ON CONFLICT DO NOTHING";
    private const string Turn = "UPDATE survey_release SET month = @month WHERE tenant = @tenant AND month <= @last";

    /// <summary>Releases what is due in every tenant.</summary>
    public async Task Release(CancellationToken cancel)
    {
        foreach (var tenant in await tenants.All(cancel))
        {
            if (await log.Append(tenant.Id, [], async (work, _) => new Verdict.Accepted(await Due(work, tenant)), cancel) is AppendOutcome.Kept { Fresh: > 0 } kept)
            {
                logger.Released(kept.Fresh, tenant.Code);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        try
        {
            do
            {
                try
                {
                    await Release(stoppingToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    logger.ReleaseFailed(fault);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    // Under the log's head, so two nodes cannot both find the month turned.
    private async Task<IReadOnlyList<NewStatement>> Due(Work work, Tenant tenant)
    {
        var today = clock.GetUtcNow().UtcDateTime.Date;
        var month = (today.Year * 12) + today.Month - 1;
        if (await work.Run(Begin, ("@month", month)) > 0 || await work.Run(Turn, ("@month", month), ("@last", month - settings.Months)) == 0)
        {
            return [];
        }

        var taken = await WaitingAnswers.Take(work, settings.Fewest);
        var statements = taken
            .SelectMany(survey => survey.Submissions.SelectMany(answers => answers.Select(answer => AnonymousStatement.Of(tenant, survey.Survey, answer.Key, answer.Value, today))))
            .OfType<NewStatement>()
            .ToArray();
        RandomNumberGenerator.Shuffle(statements.AsSpan());
        return statements;
    }
}
