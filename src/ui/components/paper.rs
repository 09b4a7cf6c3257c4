//! A document drawn on the page as it will be printed: headings, words, lists, tables, room to write.
//! It draws what the document holds and nothing else. Its title becomes the page's second level.

use yew::prelude::*;

use super::parts::{
    cell, column, figure, holds, number_cell, number_column, para, row_head, small, table, words,
};
use crate::document::{Block, Column, Document, Pair};

pub struct PaperProps {
    pub id: AttrValue,
    pub document: Document,
}

pub fn paper(props: &PaperProps) -> Html {
    let PaperProps { id, document } = props;
    html! {
        <article class="pbp-paper" id={id.clone()}>
            for (place, block) in document.blocks.iter().enumerate() { { drawn(block, &format!("{id}-{place}")) } }
            { words("p", "pbp-paper__foot", document.footer.clone()) }
        </article>
    }
}

fn drawn(block: &Block, id: &str) -> Html {
    match block {
        Block::Heading { level, text } => heading(*level, text),
        Block::Paragraph { text } => para(text.clone()),
        Block::Small { text } => small(text.clone()),
        Block::Words { text, by } => html! {
            <figure class="pbp-words pbp-words--small">
                <blockquote class="pbp-words__text" dir="auto">{ text.clone() }</blockquote>
                <figcaption class="pbp-words__by">{ by.clone() }</figcaption>
            </figure>
        },
        Block::List { items } => html! {
            <ul>for item in items { <li dir="auto">{ item.clone() }</li> }</ul>
        },
        Block::Pairs { pairs } => html! {
            <dl class="govuk-summary-list">for pair in pairs { { row(pair) } }</dl>
        },
        Block::Table { caption, columns, rows } => of_rows(id, caption, columns, rows),
        Block::Blank { label, lines } => html! {
            <div class="pbp-paper__blank">
                { words("p", "pbp-paper__label", label.clone()) }
                for _ in 0..*lines { <div class="pbp-paper__line"></div> }
            </div>
        },
    }
}

/// Level 1 of the document is level 2 of the page.
fn heading(level: u8, text: &str) -> Html {
    let tag = match level {
        0 | 1 => "h2",
        2 => "h3",
        3 => "h4",
        _ => "h5",
    };
    html! { <@{tag} dir="auto">{ text.to_owned() }</@> }
}

fn row(pair: &Pair) -> Html {
    html! {
        <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key" dir="auto">{ pair.asked.clone() }</dt>
            <dd class="govuk-summary-list__value" dir="auto">{ pair.answer.clone() }</dd>
        </div>
    }
}

/// The first cell of a row is its head.
fn of_rows(id: &str, caption: &str, columns: &[Column], rows: &[Vec<String>]) -> Html {
    let title = |of: &Column| match of.is_number {
        true => number_column(of.title.clone()),
        false => column(of.title.clone()),
    };
    let of_row = |at: usize, text: &String| match columns.get(at) {
        _ if at == 0 => row_head(html! { { text.clone() } }),
        Some(of) if of.is_number => number_cell(figure(text.clone())),
        _ => cell(html! { <span dir="auto">{ text.clone() }</span> }),
    };
    let row = |cells: &Vec<String>| {
        let cells: Html = cells.iter().enumerate().map(|(at, text)| of_row(at, text)).collect();
        holds("tr", "govuk-table__row", cells)
    };
    let head = html! { for of in columns { { title(of) } } };
    let body = html! { <tbody class="govuk-table__body">for cells in rows { { row(cells) } }</tbody> };
    table(id, caption.to_owned(), head, body)
}

/// Every kind of block once, and a document that is empty but for its foot.
pub fn examples() -> Vec<PaperProps> {
    let text = |text: &str| text.to_owned();
    let column = |title: &str, is_number| Column { title: title.to_owned(), is_number };
    let blocks = vec![
        Block::Heading { level: 1, text: text("Plan") },
        Block::Small { text: text("Draft") },
        Block::Heading { level: 2, text: text("What matters") },
        Block::Words { text: text("Sundays\noutside"), by: text("In my own words") },
        Block::Heading { level: 3, text: text("Steps") },
        Block::List { items: vec![text("One"), text("Two")] },
        Block::Pairs { pairs: vec![Pair { asked: text("Who"), answer: text("Me") }] },
        Block::Table {
            caption: text("Costs"),
            columns: vec![column("What", false), column("For", false), column("A week", true)],
            rows: vec![vec![text("Swimming"), text("Sundays"), text("£12.00")]],
        },
        Block::Paragraph { text: text("That is all.") },
        Block::Blank { label: text("Notes"), lines: 3 },
    ];
    let of = |id: &'static str, blocks| PaperProps {
        id: id.into(),
        document: Document { blocks, footer: text("Foot"), ..Document::default() },
    };
    vec![of("paper", blocks), of("paper-empty", Vec::new())]
}
