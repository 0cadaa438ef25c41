namespace Lrs.Packages.Modules;

/// <summary>Reads what there is once for every language: the screens with their questionnaires, and the assessment.</summary>
/// <param name="source">The files of that language.</param>
/// <param name="language">Its tag.</param>
/// <param name="index">Takes the faults.</param>
internal sealed class EditionReader(SourceFiles source, string language, SourceIndex index)
{
    private readonly InterfaceText text = InterfaceText.For(language);

    /// <summary>What is without fault.</summary>
    /// <param name="order">The ids of the screens that are there, in the order in which they are taken.</param>
    public (IReadOnlyList<Screen> Screens, Assessment? Assessment) Read(IReadOnlyList<string> order)
    {
        var questionnaires = new Questionnaires(source, text, index);
        var screens = new List<Screen>();
        foreach (var id in order)
        {
            var name = $"screens/{id}.md";
            if (source.Text(name, index) is { } words && new ScreenReader(source.Path(name), text, questionnaires, index).Read(id, words) is { } screen)
            {
                screens.Add(screen);
            }
        }

        questionnaires.NothingUnused();
        const string Name = "assessment.yaml";
        var assessment = source.Has(Name) && source.Yaml(Name, index) is { } map ? AssessmentReader.Read(map, source.Path(Name), text, index) : null;
        return (screens, assessment);
    }
}
