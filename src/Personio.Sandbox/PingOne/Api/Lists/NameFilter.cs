using Personio.Sandbox.PingOne.Directory;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>
/// The simple filter of groups and populations: one attribute with <c>eq</c>, or <c>sw</c> for names.
/// </summary>
internal static class NameFilter
{
    /// <summary>Returns a test of an attribute and its value; without a filter, everything matches.</summary>
    public static Func<string, string?, bool> Parse(PingOneCall call, string[] attributes)
    {
        if (call.Query("filter") is not { } filter)
        {
            return (_, _) => true;
        }

        try
        {
            var text = new FilterText(filter);
            string name = text.TakeName();
            string operation = text.TakeName();
            (string wanted, bool isQuoted) = text.TakeValue();
            string[] operators = name == "name" ? ["eq", "sw"] : ["eq"];
            return !attributes.Contains(name)
                ? throw new FilterException($"'{name}' cannot be filtered.", attributes, null)
                : !operators.Contains(operation)
                ? throw new FilterException($"'{name}' has no '{operation}'.", null, operators)
                : !isQuoted || !text.IsAtEnd ? throw text.Malformed()
                : (attribute, value) => attribute == name && value is not null && (operation == "eq"
                    ? value == wanted
                    : value.StartsWith(wanted, StringComparison.Ordinal));
        }
        catch (FilterException wrong)
        {
            throw UserReads.Invalid(wrong);
        }
    }
}
