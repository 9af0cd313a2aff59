using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Personio.Rest.Json;

/// <summary>
/// Makes the API's objects accept what services really send: members in unusual forms are interpreted, and a member
/// with the name of a computed property is kept with the unknown members instead of being dropped.
/// </summary>
internal static class LooseMembers
{
    private static readonly TextConverter s_text = new();
    private static readonly DayConverter s_day = new();

    /// <summary>Changes how a type is read, if it keeps unknown members.</summary>
    public static void Apply(JsonTypeInfo type)
    {
        if (!type.Properties.Any(member => member.IsExtensionData))
        {
            return;
        }

        for (int i = type.Properties.Count - 1; i >= 0; i--)
        {
            JsonPropertyInfo member = type.Properties[i];
            if (member.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) == true
                || member.Set is null)
            {
                type.Properties.RemoveAt(i);
            }
            else if (!member.IsExtensionData)
            {
                member.CustomConverter = Special(member.AttributeProvider, member.PropertyType, type.Options);
            }
        }
    }

    /// <summary>The converter for the value of a member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="isLoose">Whether its object is an API object, which keeps unknown members.</param>
    /// <param name="options">The options for the service's JSON.</param>
    public static JsonConverter ConverterOf(PropertyInfo member, bool isLoose, JsonSerializerOptions options) =>
        (isLoose ? Special(member, member.PropertyType, options) : null)
        ?? options.Converters.FirstOrDefault(own => own.CanConvert(member.PropertyType))
        ?? options.GetConverter(member.PropertyType);

    /// <summary>The converter for the rows of a list; null if they need none.</summary>
    public static JsonConverter? ConverterOf(Type type, JsonSerializerOptions options)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            Type element = type.GetGenericArguments()[0];
            return CreateConverter(
                typeof(LooseListConverter<>), element,
                element == typeof(string) ? s_text : ConverterOf(element, options));
        }

        return type.IsClass && type != typeof(string)
            && type.Namespace?.StartsWith("System", StringComparison.Ordinal) == false
            && !options.Converters.Any(own => own.CanConvert(type))
            && type.GetCustomAttribute<JsonConverterAttribute>() is null
                ? CreateConverter(typeof(LooseObjectConverter<>), type)
                : null;
    }

    private static JsonConverter? Special(ICustomAttributeProvider? member, Type type, JsonSerializerOptions options) =>
        member?.IsDefined(typeof(DayAttribute), inherit: true) == true ? s_day : ConverterOf(type, options);

    private static JsonConverter CreateConverter(Type definition, Type argument, params object?[] arguments) =>
        (JsonConverter)Activator.CreateInstance(definition.MakeGenericType(argument), arguments)!;
}
