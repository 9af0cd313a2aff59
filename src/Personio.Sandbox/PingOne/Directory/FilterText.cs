using System.Text;

namespace Personio.Sandbox.PingOne.Directory;

/// <summary>The tokens of a filter, one after the other.</summary>
internal sealed class FilterText(string text)
{
    private int _at;

    public bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return _at == text.Length;
        }
    }

    public bool TryTake(char sign)
    {
        SkipSpace();
        if (_at == text.Length || text[_at] != sign)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Consumes `and` or `or`, ignoring case, if it is the next word.</summary>
    public bool TryTakeWord(string word)
    {
        SkipSpace();
        int end = _at + word.Length;
        bool isNext = end <= text.Length && text[_at..end].Equals(word, StringComparison.OrdinalIgnoreCase)
            && (end == text.Length || text[end] is ' ' or '(');
        _at = isNext ? end : _at;
        return isNext;
    }

    public string TakeName()
    {
        SkipSpace();
        int start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '.' or '-' or '_'))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw Malformed();
    }

    /// <summary>Consumes a quoted text, without its quotes, or an unquoted true or false.</summary>
    public (string Value, bool IsQuoted) TakeValue()
    {
        if (!TryTake('"'))
        {
            return (TakeName(), false);
        }

        var value = new StringBuilder();
        while (_at < text.Length && text[_at] != '"')
        {
            if (text[_at] == '\\' && ++_at == text.Length)
            {
                break;
            }

            value.Append(text[_at++]);
        }

        return TryTakeQuote() ? (value.ToString(), true) : throw Malformed();
    }

    public FilterException Malformed() =>
        new($"The filter is malformed at position {_at}.", null, null);

    private bool TryTakeQuote()
    {
        bool isThere = _at < text.Length && text[_at] == '"';
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }
}
