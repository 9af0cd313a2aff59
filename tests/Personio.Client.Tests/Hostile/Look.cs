using System.Collections;
using System.Reflection;

namespace Personio.Client.Tests.Hostile;

/// <summary>Reads an object as the engine does when it shows or exports it: every property, recursively.</summary>
internal static class Look
{
    public static void At(object? value)
    {
        // Formatted as one cell, including its contents.
        _ = value?.ToString();
        Into(value);
    }

    private static void Into(object? value)
    {
        switch (value)
        {
            case null or string:
                break;
            case IEnumerable many:
                foreach (object? one in many)
                {
                    Into(one);
                }

                break;
            default:
                Inside(value);
                break;
        }
    }

    private static void Inside(object value)
    {
        Type type = value.GetType();
        if (type.Assembly.GetName().Name?.StartsWith("Personio.", StringComparison.Ordinal) != true
            && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)))
        {
            return;
        }

        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0))
        {
            try
            {
                At(property.GetValue(value));
            }
            catch (TargetInvocationException fault)
            {
                throw new InvalidOperationException(
                    $"{type.Name}.{property.Name} cannot be looked at: {fault.InnerException}", fault);
            }
        }
    }
}
