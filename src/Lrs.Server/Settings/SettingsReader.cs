using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Lrs.Server.Settings;

/// <summary>A setting is unknown or wrong. The message is a sentence for the administrator and names the key.</summary>
internal sealed class SettingsException(string message) : Exception(message);

/// <summary>Reads <see cref="LrsSettings"/> from the configuration, strictly.</summary>
internal static class SettingsReader
{
    private const string Root = "Lrs";

    /// <summary>The settings.</summary>
    /// <exception cref="SettingsException">A key is unknown or a value does not fit.</exception>
    public static LrsSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Root);
        RefuseUnknown(section, typeof(LrsSettings));
        try
        {
            var settings = section.Get<LrsSettings>() ?? new LrsSettings();
            Validate(settings, Root);
            return settings;
        }
        catch (InvalidOperationException fault)
        {
            throw new SettingsException($"{fault.Message} {fault.InnerException?.Message}".Trim());
        }
    }

    private static void RefuseUnknown(IConfigurationSection section, Type type)
    {
        foreach (var child in section.GetChildren())
        {
            var property = type.GetProperties().FirstOrDefault(p => p.CanWrite && p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw new SettingsException($"{child.Path} is no setting. Known here: {Names(type)}.");
            if (ItemOf(property.PropertyType) is { } item)
            {
                RefuseUnknownItems(child, item);
            }
            else if (IsSection(property.PropertyType))
            {
                // Bound, the value would be dropped without a word.
                if (!string.IsNullOrEmpty(child.Value))
                {
                    throw new SettingsException($"{child.Path} is no single value; set what is below it: {Names(property.PropertyType)}.");
                }

                RefuseUnknown(child, property.PropertyType);
            }
            else if (child.GetChildren().Any() && !typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
            {
                throw new SettingsException($"{child.Path} is a single value and has nothing below it.");
            }
        }
    }

    // A list of sections: what stands between the list's name and an item's is the item's own name, a number or a word.
    private static void RefuseUnknownItems(IConfigurationSection list, Type item)
    {
        if (!string.IsNullOrEmpty(list.Value))
        {
            throw new SettingsException($"{list.Path} is a list; set {list.Path}:0:{item.GetProperties()[0].Name} and so on.");
        }

        foreach (var one in list.GetChildren())
        {
            if (!string.IsNullOrEmpty(one.Value))
            {
                throw new SettingsException($"{one.Path} is no single value; set what is below it: {Names(item)}.");
            }

            RefuseUnknown(one, item);
        }
    }

    private static void Validate(object section, string path)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(section, new ValidationContext(section), faults, validateAllProperties: true);
        if (faults.Count > 0)
        {
            throw new SettingsException($"{path}:{faults[0].MemberNames.FirstOrDefault()} is wrong: {faults[0].ErrorMessage}");
        }

        foreach (var property in section.GetType().GetProperties().Where(p => p.CanWrite))
        {
            var value = property.GetValue(section)!;
            if (ItemOf(property.PropertyType) is not null)
            {
                var at = 0;
                foreach (var item in (IEnumerable)value)
                {
                    Validate(item, $"{path}:{property.Name}:{at++}");
                }
            }
            else if (IsSection(property.PropertyType))
            {
                Validate(value, $"{path}:{property.Name}");
            }
        }
    }

    private static Type? ItemOf(Type list) => list.IsGenericType && IsSection(list.GetGenericArguments()[0]) ? list.GetGenericArguments()[0] : null;

    private static string Names(Type section) => string.Join(", ", section.GetProperties().Where(p => p.CanWrite).Select(p => p.Name));

    private static bool IsSection(Type type) => type.Namespace == typeof(LrsSettings).Namespace;
}
