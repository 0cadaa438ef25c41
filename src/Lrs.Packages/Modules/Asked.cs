namespace Lrs.Packages.Modules;

/// <summary>What is asked in the blocks of screens, however deep.</summary>
internal static class Asked
{
    /// <summary>Every question of a module: those in the screens, then the assessment's.</summary>
    public static IEnumerable<Question> In(Module module) =>
        module.Screens.SelectMany(screen => In(screen.Blocks)).Concat(module.Assessment?.Questions ?? []);

    /// <summary>Knowledge checks, decisions and the scenes of scenarios.</summary>
    public static IEnumerable<Question> In(IEnumerable<Block> blocks) => Flat(blocks).SelectMany(block => block switch
    {
        Block.Asked asked => [asked.Question],
        Block.Played played => played.Scenario.Scenes.Select(scene => scene.Question).OfType<Question>(),
        _ => [],
    });

    /// <summary>Every scenario of a module.</summary>
    public static IEnumerable<Scenario> Scenarios(Module module) => module.Screens.SelectMany(screen => Scenarios(screen.Blocks));

    /// <summary>The scenarios among these blocks.</summary>
    public static IEnumerable<Scenario> Scenarios(IEnumerable<Block> blocks) => Flat(blocks).OfType<Block.Played>().Select(played => played.Scenario);

    /// <summary>Every questionnaire of a module.</summary>
    public static IEnumerable<Questionnaire> Questionnaires(Module module) => module.Screens.SelectMany(screen => Questionnaires(screen.Blocks));

    /// <summary>The questionnaires that these blocks show.</summary>
    public static IEnumerable<Questionnaire> Questionnaires(IEnumerable<Block> blocks) => Flat(blocks).OfType<Block.Polled>().Select(polled => polled.Questionnaire);

    private static IEnumerable<Block> Flat(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Block.Callout callout => Flat(callout.Content),
        Block.Reveal reveal => Flat(reveal.Content),
        _ => [block],
    });
}
