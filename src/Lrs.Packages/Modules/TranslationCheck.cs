namespace Lrs.Packages.Modules;

/// <summary>Holds a translation to its original: the same files, and in them the same questions with the same choices and answers.</summary>
internal static class TranslationCheck
{
    /// <summary>A fault for every file that only one of the two has.</summary>
    public static void SameFiles(SourceFiles original, SourceFiles translation, IReadOnlyList<string> screens, bool sameLanguage, SourceIndex index)
    {
        if (sameLanguage)
        {
            index.Fault(translation.Path("module.yaml"), 0, "This is the language that the module itself is written in.");
        }

        string[] needed = ["module.yaml", .. original.Has("assessment.yaml") ? ["assessment.yaml"] : Array.Empty<string>(),
            .. screens.Select(id => $"screens/{id}.md"), .. original.Questionnaires.Select(id => $"questionnaires/{id}.yaml")];
        string[] there = [.. translation.Has("assessment.yaml") ? ["assessment.yaml"] : Array.Empty<string>(),
            .. translation.Screens.Select(id => $"screens/{id}.md"), .. translation.Questionnaires.Select(id => $"questionnaires/{id}.yaml")];
        foreach (var name in needed.Where(name => !translation.Has(name)))
        {
            index.Fault(translation.Path(name), 0, "This file is missing: the module is only half translated.");
        }

        foreach (var name in there.Except(needed))
        {
            index.Fault(translation.Path(name), 0, $"The module has no '{name}' that this could translate.");
        }
    }

    /// <summary>A fault for every screen or assessment whose questions are not those of the original.</summary>
    public static void SameQuestions(Module original, Module translation, SourceFiles source, SourceIndex index)
    {
        foreach (var screen in original.Screens)
        {
            if (translation.Screens.FirstOrDefault(other => other.Id == screen.Id) is { } translated)
            {
                Compare(Asked.In(screen.Blocks), Asked.In(translated.Blocks), source.Path($"screens/{screen.Id}.md"), index);
                Compare(Asked.Scenarios(screen.Blocks), Asked.Scenarios(translated.Blocks), source.Path($"screens/{screen.Id}.md"), index);
                foreach (var (one, other) in Polled(screen).Zip(Polled(translated)))
                {
                    Compare(one, other, source.Path($"questionnaires/{one.Id}.yaml"), index);
                }

                if (!Polled(screen).Select(one => one.Id).SequenceEqual(Polled(translated).Select(one => one.Id)))
                {
                    index.Fault(source.Path($"screens/{screen.Id}.md"), 0, "The questionnaires on this screen are not those of the original.");
                }
            }
        }

        if (original.Assessment is { } asked && translation.Assessment is { } there)
        {
            Compare(asked.Questions, there.Questions, source.Path("assessment.yaml"), index);
        }
    }

    private static void Compare(IEnumerable<Question> original, IEnumerable<Question> translation, string file, SourceIndex index)
    {
        var wanted = original.ToList();
        var there = translation.ToList();
        if (!wanted.Select(question => question.Id).SequenceEqual(there.Select(question => question.Id)))
        {
            index.Fault(file, 0, $"The questions here are '{string.Join(", ", there.Select(question => question.Id))}'; in the original they are '{string.Join(", ", wanted.Select(question => question.Id))}'.");
            return;
        }

        foreach (var (one, other) in wanted.Zip(there).Where(pair => Shape(pair.First) != Shape(pair.Second)))
        {
            index.Fault(file, index.LineOf("question", other.Id), $"The question '{other.Id}' must have the type, the choices and the answer of the original: {Shape(one)}, not {Shape(other)}.");
        }
    }

    private static void Compare(IEnumerable<Scenario> original, IEnumerable<Scenario> translation, string file, SourceIndex index)
    {
        foreach (var (one, other) in original.Zip(translation).Where(pair => Shape(pair.First) != Shape(pair.Second)))
        {
            index.Fault(file, index.LineOf("scenario", other.Id), $"The scenario must have the scenes of the original: {Shape(one)}, not {Shape(other)}.");
        }
    }

    private static void Compare(Questionnaire original, Questionnaire translation, string file, SourceIndex index)
    {
        if (Shape(original) != Shape(translation))
        {
            index.Fault(file, 0, $"This must be asked as in the original: {Shape(original)}, not {Shape(translation)}.");
        }
    }

    private static IEnumerable<Questionnaire> Polled(Screen screen) => Asked.Questionnaires(screen.Blocks);

    private static string Shape(Question question) =>
        $"{question.Use} {question.Type} {string.Join(' ', question.Choices.Select(choice => choice.Id))} = {string.Join(' ', question.Answer)}";

    private static string Shape(Scenario one) => $"{one.Id}: " + string.Join("; ", one.Scenes.Select(scene =>
        $"{scene.Id} {scene.Ending}{string.Concat(scene.Next.OrderBy(step => step.Key, StringComparer.Ordinal).Select(step => $" {step.Key} to {step.Value}"))}"));

    private static string Shape(Questionnaire one) =>
        $"{(one.Anonymous ? "anonymous" : "named")} {one.Series} {one.Moment}: "
        + string.Join("; ", one.Questions.Select(question => $"{question.Id} {question.Type} {string.Concat(question.Choices.Select(choice => choice.Id))}{(question.Words > 0 ? question.Words : "")}{(question.Optional ? "" : " needed")}"));
}
