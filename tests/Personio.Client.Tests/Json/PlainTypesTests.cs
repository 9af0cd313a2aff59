using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Personio.Models;

namespace Personio.Client.Tests.Json;

public sealed class PlainTypesTests
{
    private static readonly Type[] s_json = [typeof(JsonElement), typeof(JsonNode), typeof(JsonDocument)];

    [Fact]
    public void No_JSON_type_is_reachable_from_the_public_types()
    {
        var seen = new HashSet<Type>();
        foreach (Type type in typeof(Person).Assembly.GetExportedTypes())
        {
            Walk(type, seen);
        }

        Assert.Contains(typeof(Person), seen);
        Assert.DoesNotContain(seen, type => Array.Exists(s_json, json => json.IsAssignableFrom(type)));
    }

    [Fact]
    public void No_model_is_mutable()
    {
        IEnumerable<PropertyInfo> properties = typeof(Person).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Personio.Models")
            .SelectMany(type => type.GetProperties())
            .Where(property => property.DeclaringType!.Namespace == "Personio.Models");

        Assert.All(properties, property => Assert.True(
            property.SetMethod is not { IsPublic: true } setter || setter.ReturnParameter.GetRequiredCustomModifiers()
                .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)),
            property.Name));
    }

    private static void Walk(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        foreach (Type argument in type.GetGenericArguments())
        {
            Walk(argument, seen);
        }

        if (type.Namespace?.StartsWith("Personio", StringComparison.Ordinal) == true
            || Array.Exists(s_json, type.Equals))
        {
            foreach (PropertyInfo property in type.GetProperties())
            {
                Walk(property.PropertyType, seen);
            }
        }
    }
}
