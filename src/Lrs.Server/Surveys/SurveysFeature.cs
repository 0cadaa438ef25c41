namespace Lrs.Server.Surveys;

/// <summary>Surveys whose answers nobody can be found by: a door without a name on it, a waiting room without a clock, a release in batches.</summary>
internal static class SurveysFeature
{
    public static void AddSurveys(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<SurveyFiles>()
        .AddSingleton<SurveyAddresses>()
        .AddSingleton<WaitingAnswers>()
        .AddSingleton<SurveyLimit>()
        .AddSingleton<SurveyRelease>()
        .AddHostedService(all => all.GetRequiredService<SurveyRelease>());
}
