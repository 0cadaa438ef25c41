namespace Lrs.Packages.Modules;

/// <summary>Follows every way through a scenario: all scenes can be reached, nothing goes round in circles, so every way comes to an ending.</summary>
internal static class ScenarioPaths
{
    /// <param name="start">The first scene.</param>
    /// <param name="scenes">The line of each scene.</param>
    /// <param name="steps">Every choice.</param>
    /// <param name="fault">Takes a line and what is wrong there.</param>
    public static void Check(string start, IReadOnlyDictionary<string, int> scenes, IReadOnlyList<ScenarioStep> steps, Action<int, string> fault)
    {
        foreach (var step in steps.Where(step => !scenes.ContainsKey(step.To)))
        {
            fault(step.Line, $"There is no scene '{step.To}' in this scenario.");
        }

        var from = steps.Where(step => scenes.ContainsKey(step.To)).ToLookup(step => step.From);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Follow(start, []);
        foreach (var (scene, line) in scenes.Where(scene => !reached.Contains(scene.Key)))
        {
            fault(line, $"No choice leads to the scene '{scene}'.");
        }

        void Follow(string scene, HashSet<string> path)
        {
            if (!reached.Add(scene))
            {
                return;
            }

            path.Add(scene);
            foreach (var step in from[scene])
            {
                if (path.Contains(step.To))
                {
                    fault(step.Line, $"This choice leads back to '{step.To}', so the scenario would go round in circles.");
                }
                else
                {
                    Follow(step.To, path);
                }
            }

            path.Remove(scene);
        }
    }
}
