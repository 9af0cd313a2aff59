using System.Collections;
using System.Reflection;

namespace Personio.Client.Tests.Hostile;

/// <summary>Looks at an object as the engine does that shows or exports it: every property, to the bottom.</summary>
internal static class Look
{
    public static void At(object? value)
    {
        switch (value)
        {
            case null or string:
                break;
            case IEnumerable many:
                _ = value.ToString();
                foreach (object? one in many)
                {
                    At(one);
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
        _ = value.ToString();
        if (type.Assembly != typeof(PersonioClient).Assembly
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
