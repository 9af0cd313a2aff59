namespace Personio.Sandbox.PingOne.Directory;

/// <summary>Parses the part of the SCIM filter language that the service supports into a predicate on users.</summary>
internal sealed class UserFilter
{
    private const int MaxDepth = 30;

    private static readonly string[] s_endsWith = ["email", "name.family", "name.given"];
    private static readonly string[] s_contains = ["name.family", "name.given"];
    private static readonly string[] s_ignoresCase = ["username", "email"];

    private readonly FilterText _text;
    private readonly PingOneDirectory _directory;
    private int _depth;

    private UserFilter(string filter, PingOneDirectory directory)
    {
        _text = new FilterText(filter);
        _directory = directory;
    }

    /// <summary>Parses a filter.</summary>
    /// <exception cref="FilterException">The filter is malformed or uses unsupported features.</exception>
    public static Func<UserRow, bool> Parse(string filter, PingOneDirectory directory)
    {
        var parser = new UserFilter(filter, directory);
        Func<UserRow, bool> test = parser.ParseOr();
        return parser._text.IsAtEnd ? test : throw parser._text.Malformed();
    }

    private Func<UserRow, bool> ParseOr()
    {
        Func<UserRow, bool> test = ParseAnd();
        while (_text.TryTakeWord("or"))
        {
            (Func<UserRow, bool> left, Func<UserRow, bool> right) = (test, ParseAnd());
            test = user => left(user) || right(user);
        }

        return test;
    }

    private Func<UserRow, bool> ParseAnd()
    {
        Func<UserRow, bool> test = ParseTerm();
        while (_text.TryTakeWord("and"))
        {
            (Func<UserRow, bool> left, Func<UserRow, bool> right) = (test, ParseTerm());
            test = user => left(user) && right(user);
        }

        return test;
    }

    private Func<UserRow, bool> ParseTerm()
    {
        if (!_text.TryTake('('))
        {
            return ParseComparison();
        }

        if (++_depth > MaxDepth)
        {
            throw _text.Malformed();
        }

        Func<UserRow, bool> test = ParseOr();
        _depth--;
        return _text.TryTake(')') ? test : throw _text.Malformed();
    }

    private Func<UserRow, bool> ParseComparison()
    {
        string path = _text.TakeName();
        if (path == "memberOfGroups" && _text.TryTake('['))
        {
            return Membership();
        }

        string operation = _text.TakeName();
        (string value, bool isQuoted) = _text.TakeValue();
        Check(path, operation, value, isQuoted);
        return path switch
        {
            "enabled" => user => user.Enabled == (value == "true"),
            "id" => user => user.Id == value,
            "population.id" => user => user.PopulationId == value,
            _ => user => user.Text(path) is { } text && Compare(operation, text, value, CaseOf(path)),
        };
    }

    private Func<UserRow, bool> Membership()
    {
        string? groupId = null;
        string? type = null;
        do
        {
            string name = _text.TakeName();
            string operation = _text.TakeName();
            string value = _text.TakeValue().Value;
            if (operation != "eq" || name is not ("id" or "type"))
            {
                throw new FilterException(
                    "memberOfGroups can be filtered by id and type.",
                    ["memberOfGroups.id", "memberOfGroups.type"],
                    ["eq"]);
            }

            _ = name == "id" ? groupId = value : type = value;
        }
        while (_text.TryTakeWord("and"));

        GroupRow? group = _directory.Groups.Find(row => row.Id == groupId);
        bool isWhole = _text.TryTake(']') && groupId is not null;
        return !isWhole ? throw _text.Malformed()
            : group is null ? _ => false
            : type == "DIRECT" ? user => group.Members.Contains(user.Id)
            : user => _directory.IsMember(user, group);
    }

    private void Check(string path, string operation, string value, bool isQuoted)
    {
        string[] operators = Operators(path);
        if (operators.Length == 0)
        {
            throw new FilterException($"The attribute '{path}' cannot be filtered.", Attributes(), null);
        }

        if (!operators.Contains(operation))
        {
            throw new FilterException($"The attribute '{path}' has no operator '{operation}'.", null, operators);
        }

        if (path == "enabled" ? isQuoted || value is not ("true" or "false") : !isQuoted)
        {
            throw new FilterException($"The value for '{path}' has the wrong type.", null, null);
        }
    }

    private string[] Operators(string path)
    {
        if (path is "enabled" or "id" or "population.id")
        {
            return ["eq"];
        }

        bool isText = UserRules.Texts.ContainsKey(path)
            || _directory.Schema.Find(path) is { IsCustom: true, Type: "STRING", Enabled: true };
        return !isText ? []
            : s_contains.Contains(path) ? ["eq", "sw", "ew", "co"]
            : s_endsWith.Contains(path) ? ["eq", "sw", "ew"]
            : ["eq", "sw"];
    }

    private string[] Attributes() =>
    [
        "enabled", "id", "population.id", .. UserRules.Texts.Keys,
        .. _directory.Schema.All.Where(attribute => attribute is { IsCustom: true, Type: "STRING", Enabled: true })
            .Select(attribute => attribute.Name),
    ];

    private static StringComparison CaseOf(string path) =>
        s_ignoresCase.Contains(path) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static bool Compare(string operation, string text, string value, StringComparison comparison) =>
        operation switch
        {
            "eq" => text.Equals(value, comparison),
            "sw" => text.StartsWith(value, comparison),
            "ew" => text.EndsWith(value, comparison),
            _ => text.Contains(value, comparison),
        };
}
